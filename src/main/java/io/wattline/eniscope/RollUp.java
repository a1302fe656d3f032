package io.wattline.eniscope;

import io.wattline.reading.Reading;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Detects responses that claim bins of 15 minutes and come from the source's half-hourly roll-up, as for long ranges:
 * the two quarters of each half-hour have the same values. Measured values do not do that for hours, unless nothing
 * changes at all.
 */
final class RollUp {

    static final Duration LENGTH = Duration.ofMinutes(30);
    /** Four hours: two quarters may be equal by chance, eight pairs are not. */
    private static final int PAIRS_MIN = 8;

    private RollUp() {
    }

    /** @param readings sorted by start, one per slot */
    static boolean isSeen(List<Reading> readings, Duration interval) {
        if (!interval.multipliedBy(2).equals(LENGTH)) {
            return false;
        }
        int pairs = 0;
        int changes = 0;
        for (int i = 0; i + 1 < readings.size(); i++) {
            Reading first = readings.get(i);
            Reading second = readings.get(i + 1);
            if (first.start().getEpochSecond() % LENGTH.toSeconds() == 0
                    && second.start().equals(first.start().plus(interval))) {
                if (!alike(first, second)) {
                    return false;
                }
                pairs++;
                changes += i > 0 && !alike(readings.get(i - 1), first) ? 1 : 0;
            }
        }
        return pairs >= PAIRS_MIN && changes > pairs / 2;
    }

    private static boolean alike(Reading one, Reading other) {
        return Arrays.equals(one.values(), other.values());
    }
}
