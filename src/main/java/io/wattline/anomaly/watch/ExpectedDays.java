package io.wattline.anomaly.watch;

import io.wattline.anomaly.detector.DayGrid;
import io.wattline.anomaly.detector.Expected;
import java.time.LocalDate;
import java.util.function.Predicate;

/** What a watch expects of its days, for people who look at them: of readings as they were without a wrong level. */
public final class ExpectedDays {

    private final WorkReadings readings;

    /** @param state what the watch knows; null where it has not judged yet */
    public ExpectedDays(DayGrid grid, Predicate<LocalDate> holiday, WatchState state) {
        readings = new WorkReadings(grid, holiday);
        if (state != null) {
            int known = Math.min(state.judged(), readings.days());
            readings.restore(state.judged() - state.corrections().length, state.corrections(),
                    state.forgotten().stream().filter(range -> range[1] <= known * readings.slots()).toList());
            if (state.correction() != 0 && known < readings.days()) {
                readings.correct(known, readings.days() - 1, state.correction());
            }
        }
    }

    /** What the days before say of one day. */
    public Expected of(int day) {
        return readings.expectations().view(day).expected(0);
    }
}
