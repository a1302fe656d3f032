package io.wattline.estimation;

import io.wattline.reading.Counters;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** What registers of adjacent bins say, compared with the kept usage between them. */
final class RegisterEvidence {

    /** How many times as large the differences of the wrong instant are at least. */
    private static final double CLEARLY = 10;

    private final TreeMap<Instant, Counters> registers;
    private final Neighbourhood around;
    private final Duration step;

    /** @param registers by start of the bin */
    RegisterEvidence(TreeMap<Instant, Counters> registers, Neighbourhood around, Duration step) {
        this.registers = registers;
        this.around = around;
        this.step = step;
    }

    /** Whether two adjacent bins have a register, and kept usage to compare it with. */
    boolean exists() {
        return registers.keySet().stream().anyMatch(bin -> growth(bin).isPresent() && usage(bin, true).isPresent());
    }

    /**
     * Whether no growth of the register contradicts the kept usage.
     *
     * @param atEnd whether registers are read at the end of their bins; false for the start
     */
    boolean holds(boolean atEnd) {
        return registers.keySet().stream().allMatch(bin -> {
            Optional<Counters> growth = growth(bin);
            Optional<Counters> usage = usage(bin, atEnd);
            return growth.isEmpty() || usage.isEmpty() || GapTotalSource.agree(growth.get(), usage.get());
        });
    }

    /**
     * Whether this instant explains the kept usage far better than the other one. An even load fits both within the
     * tolerance; the right instant fits it to the rounding of the source.
     */
    boolean isBetter(boolean atEnd) {
        return largestDifferenceKwh(atEnd) * CLEARLY < largestDifferenceKwh(!atEnd);
    }

    /** The largest difference between a growth of the register and the kept usage, kWh; 0 without evidence. */
    private double largestDifferenceKwh(boolean atEnd) {
        return registers.keySet().stream()
                .flatMap(bin -> growth(bin).stream()
                        .flatMap(grown -> usage(bin, atEnd).stream().map(grown::largestDifferenceKwh)))
                .max(Double::compare)
                .orElse(0.0);
    }

    /** From the register of a bin to that of the next. */
    private Optional<Counters> growth(Instant bin) {
        return Optional.ofNullable(registers.get(bin.plus(step))).map(next -> next.minus(registers.get(bin)));
    }

    private Optional<Counters> usage(Instant bin, boolean atEnd) {
        return around.goodAt(atEnd ? bin.plus(step) : bin).map(KeptReading::energy);
    }
}
