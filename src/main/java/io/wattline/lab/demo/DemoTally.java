package io.wattline.lab.demo;

import java.time.Instant;
import java.util.Set;

/**
 * What the database of a demo holds at one moment.
 *
 * @param readings    rows of {@code readings}
 * @param newest      start of the newest reading; null while there is none
 * @param deadLetters rows of {@code dead_letters}
 * @param corrections rows of {@code reading_history}: values that a later response corrected
 * @param suspect     readings that are kept but not trusted
 * @param late        readings that came since the tally before although newer ones of the demo were there already
 * @param live        channels that are asked on the timers
 * @param paused      channels without subscription
 * @param dead        channels that return nothing but errors
 * @param troubled    live channels whose last request failed
 * @param filled      part of the back-fill that is done, 0 to 1
 * @param takenAt     real time by the clock of the database
 */
public record DemoTally(long readings, Instant newest, long deadLetters, long corrections, long suspect, long late,
                        int live, int paused, int dead, Set<Integer> troubled, double filled, Instant takenAt) {

    /** Before anything is there. */
    public static DemoTally none() {
        return new DemoTally(0, null, 0, 0, 0, 0, 0, 0, 0, Set.of(), 0, Instant.EPOCH);
    }

    public DemoTally {
        troubled = Set.copyOf(troubled);
    }

    /** How many channels that failed at the tally before answer again. */
    public long recoveredSince(DemoTally before) {
        return before.troubled.stream().filter(channel -> !troubled.contains(channel)).count();
    }

    /** Whether the back-fill has reached the demo's present. */
    public boolean isFilled() {
        return live > 0 && filled >= 1;
    }
}
