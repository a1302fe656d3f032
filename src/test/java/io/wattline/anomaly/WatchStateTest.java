package io.wattline.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.anomaly.detector.DayGrid;
import io.wattline.anomaly.detector.Detectors;
import io.wattline.anomaly.watch.AnomalyEvent;
import io.wattline.anomaly.watch.ChannelWatch;
import io.wattline.anomaly.watch.WatchState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchStateTest {

    private static final int DAYS = 260;
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    @Test
    void a_watch_that_was_stored_and_resumed_every_few_days_finds_the_same_events() throws Exception {
        DayGrid grid = troubled();
        List<AnomalyEvent> whole = watch(grid).run();

        WatchState state = null;
        for (int day = 0; day < DAYS; day += 5) {
            ChannelWatch watch = watch(lately(grid, day, Math.min(DAYS, day + 5)));
            if (state != null) {
                watch.resume(state);
            }
            watch.run();
            state = JSON.readValue(JSON.writeValueAsString(watch.state()), WatchState.class);
        }

        assertThat(whole).extracting(event -> event.kind().text()).contains("level", "frozen", "spike");
        assertThat(state.events())
                .isEqualTo(whole.stream().filter(event -> event.lastSeenDay() >= DAYS - 60).toList());
    }

    @Test
    void what_is_found_until_a_day_does_not_depend_on_later_days() {
        DayGrid grid = troubled();
        List<AnomalyEvent> early = watch(grid.part(0, 150)).run();
        ChannelWatch whole = watch(grid);
        for (int day = 0; day < 150; day++) {
            whole.judgeNext();
        }
        assertThat(whole.events()).isEqualTo(early);
    }

    private static DayGrid troubled() {
        DayGrid grid = SyntheticSeries.office(DAYS, 60, 3);
        SyntheticSeries.put(grid, 90, 11, 400);
        SyntheticSeries.scale(grid, 130, 200, 3);
        for (int slot = 2; slot < 20; slot++) {
            SyntheticSeries.put(grid, 232, slot, 7.25);
        }
        SyntheticSeries.scale(grid, 215, 216, 0.5);
        return grid;
    }

    /** The grid up to {@code toDay}, without the days that no detector looks at any more. */
    private static DayGrid lately(DayGrid grid, int nextDay, int toDay) {
        DayGrid part = grid.part(0, toDay).copy();
        for (int day = 0; day < nextDay - ChannelWatch.HISTORY_DAYS; day++) {
            for (int slot = 0; slot < part.slotsPerDay(); slot++) {
                part.set(day, slot, Double.NaN, Double.NaN);
            }
        }
        return part;
    }

    private static ChannelWatch watch(DayGrid grid) {
        return new ChannelWatch(grid, day -> false,
                Detectors.of(AnomalyBook.read(Path.of("config/anomalies.yaml")).tunings()));
    }
}
