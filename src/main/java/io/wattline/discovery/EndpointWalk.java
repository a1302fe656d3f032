package io.wattline.discovery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** A walk over the endpoints: each is asked once, and its answer leads to others. What an earlier, cut-off walk has found is taken as found. One thread. */
public final class EndpointWalk {

    /** A source whose links never end must not be asked for ever. */
    private static final int ENDPOINTS_MAX = 1000;
    /** So many questions in a row without an answer: the source is away, and the rest is asked another time. */
    private static final int SILENT_MAX = 5;

    private final long runId;
    private final BiConsumer<Integer, Integer> progress;
    private final Set<String> known = new HashSet<>();
    private final Deque<Probe> toAsk = new ArrayDeque<>();
    private final List<ProbeResult> findings = new ArrayList<>();
    private Probe inHand;
    private int silent;

    /** @param progress hears how many are done and how many are known */
    EndpointWalk(long runId, Collection<Probe> seeds, Collection<ProbeResult> found, BiConsumer<Integer, Integer> progress) {
        this.runId = runId;
        this.progress = progress;
        findings.addAll(found);
        found.forEach(finding -> known.add(finding.probe().endpoint()));
        seeds.forEach(this::add);
        found.forEach(finding -> finding.leads().forEach(this::add));
    }

    private void add(Probe probe) {
        if (known.size() < ENDPOINTS_MAX && known.add(probe.endpoint())) {
            toAsk.add(probe);
        }
    }

    public long runId() {
        return runId;
    }

    public boolean hasNext() {
        return !toAsk.isEmpty();
    }

    /** The next question; it stays the one in hand until it is {@link #took taken}. */
    public Probe next() {
        inHand = toAsk.remove();
        return inHand;
    }

    Probe inHand() {
        return inHand;
    }

    /** {@link SourceAwayException} after several questions in a row without an answer: what was found before them stays found. */
    void took(ProbeResult finding) {
        silent = finding.status() == null ? silent + 1 : 0;
        if (silent >= SILENT_MAX) {
            throw new SourceAwayException("The source did not answer " + silent + " questions in a row (" + finding.note()
                    + "); the next ./wattline discover goes on from here");
        }
        findings.add(finding);
        finding.leads().forEach(this::add);
        progress.accept(findings.size(), findings.size() + toAsk.size());
    }

    List<ProbeResult> findings() {
        return List.copyOf(findings);
    }
}
