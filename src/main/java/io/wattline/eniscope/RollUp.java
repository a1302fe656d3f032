package io.wattline.eniscope;

import io.wattline.reading.Reading;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Answers that say bins of 15 minutes and come from the source's half-hourly roll-up, as long ranges seem to: the two quarters of each half-hour share every
 * value. What was measured never does that for hours on end, unless nothing changes at all.
 */
final class RollUp {

    static final Duration LENGTH = Duration.ofMinutes(30);
    /** Four hours: two quarters may be alike by chance, all of them are not. */
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
            if (first.start().getEpochSecond() % LENGTH.toSeconds() == 0 && second.start().equals(first.start().plus(interval))) {
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
