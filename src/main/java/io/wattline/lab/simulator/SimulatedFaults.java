package io.wattline.lab.simulator;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** The faults that are on; they can be switched while the simulator runs, from any thread. */
public final class SimulatedFaults {

    private final long seed;
    private final AtomicLong requests = new AtomicLong();
    private final Set<String> toPass = ConcurrentHashMap.newKeySet();
    private final Queue<Fault> next = new ConcurrentLinkedQueue<>();
    private volatile Set<Fault> on = Set.of();
    private volatile double share;

    SimulatedFaults(Set<Fault> on, double share, long seed) {
        this.seed = seed;
        set(on);
        share(share);
    }

    public synchronized SimulatedFaults on(Fault... faults) {
        Set<Fault> more = now();
        more.addAll(Arrays.asList(faults));
        return set(more);
    }

    public synchronized SimulatedFaults off(Fault... faults) {
        Set<Fault> fewer = now();
        fewer.removeAll(Arrays.asList(faults));
        return set(fewer);
    }

    /** Exactly these are on from now. */
    public synchronized SimulatedFaults set(Collection<Fault> faults) {
        Set<Fault> copy = EnumSet.noneOf(Fault.class);
        copy.addAll(faults);
        on = Collections.unmodifiableSet(copy);
        return this;
    }

    /**
     * The share of requests that a passing fault strikes, 0 to 1. Below 1 a request that was struck passes when it is
     * repeated; at 1 none passes (an outage).
     */
    public SimulatedFaults share(double newShare) {
        if (!(newShare >= 0 && newShare <= 1)) {
            throw new IllegalArgumentException("Simulator: share of struck requests is " + newShare + "; allowed: 0 "
                    + "to 1. It stays at " + share + ".");
        }
        share = newShare;
        return this;
    }

    public double share() {
        return share;
    }

    /** The next so many requests to the API get this passing fault, whatever is on. */
    public SimulatedFaults next(Fault fault, int times) {
        if (fault.kind() != FaultKind.PASSING) {
            throw new IllegalArgumentException("Fault " + fault + " is of kind " + fault.kind() + "; only a PASSING "
                    + "one can strike the next requests.");
        }
        next.addAll(Collections.nCopies(times, fault));
        return this;
    }

    public boolean areOn(Fault fault) {
        return on.contains(fault);
    }

    /** A copy of what is on. */
    public Set<Fault> now() {
        Set<Fault> copy = EnumSet.noneOf(Fault.class);
        copy.addAll(on);
        return copy;
    }

    /** The passing fault that strikes this request, or null. */
    Fault strike(String target) {
        Fault ordered = next.poll();
        if (ordered != null) {
            return ordered;
        }
        List<Fault> passing = on.stream().filter(fault -> fault.kind() == FaultKind.PASSING).toList();
        double chance = share;
        if (passing.isEmpty() || chance < 1 && toPass.remove(target)) {
            return null;
        }
        long draw = Hash.of(seed, requests.incrementAndGet());
        if ((draw >>> 11) * 0x1p-53 >= chance) {
            return null;
        }
        if (chance < 1) {
            toPass.add(target);
        }
        return passing.get((int) Hash.below(Hash.of(draw, 1), passing.size()));
    }
}
