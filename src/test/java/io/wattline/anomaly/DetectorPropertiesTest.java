package io.wattline.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.anomaly.detector.DayGrid;
import io.wattline.anomaly.detector.DayView;
import io.wattline.anomaly.detector.Detectors;
import io.wattline.anomaly.detector.Expectations;
import io.wattline.anomaly.watch.AnomalyEvent;
import io.wattline.anomaly.watch.ChannelWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every detector on every series. */
class DetectorPropertiesTest {

    private static final int DAYS = 90;
    private static final AnomalyBook BOOK = AnomalyBook.read(Path.of("config/anomalies.yaml"));

    private static ChannelWatch watch(DayGrid grid) {
        return new ChannelWatch(grid, day -> false, Detectors.of(BOOK.tunings()));
    }

    /** An office with faults all over it, so that every detector has something to see. */
    private static DayGrid troubled(long seed) {
        DayGrid grid = SyntheticSeries.office(DAYS, 60, seed);
        Random random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            int day = 30 + random.nextInt(55);
            double factor = List.of(0.0, 0.3, 0.7, 1.5, 3.0, 20.0).get(random.nextInt(6));
            SyntheticSeries.scale(grid, day, Math.min(DAYS, day + 1 + random.nextInt(8)), factor);
        }
        return grid;
    }

    /** What is said of an event apart from its energy. */
    private static List<String> shapes(List<AnomalyEvent> events) {
        return events.stream()
                .map(event -> event.kind() + " " + event.fromCell() + " " + event.toCell() + " " + event.firstSeenDay()
                + " " + event.lastSeenDay() + " " + event.explainedBy() + " " + event.cause()).toList();
    }

    /** Powers of two, so that rounding is the same. */
    @Property(tries = 15)
    void the_unit_of_the_readings_does_not_matter(@ForAll @IntRange(max = 1000) int seed,
            @ForAll @IntRange(min = -8, max = 8) int exponent) {
        DayGrid scaled = troubled(seed);
        SyntheticSeries.scale(scaled, 0, DAYS, Math.pow(2, exponent));
        assertThat(shapes(watch(scaled).run())).isEqualTo(shapes(watch(troubled(seed)).run()));
    }

    @Property(tries = 10)
    void the_order_in_which_readings_arrive_does_not_matter(@ForAll @IntRange(max = 1000) int seed) {
        DayGrid grid = troubled(seed);
        List<Integer> cells = new ArrayList<>();
        for (int cell = 0; cell < DAYS * 24; cell++) {
            cells.add(cell);
        }
        Collections.shuffle(cells, new Random(seed));
        DayGrid shuffled = DayGrid.empty(SyntheticSeries.ZONE, Duration.ofHours(1), SyntheticSeries.FIRST_DAY, DAYS);
        for (int cell : cells) {
            Instant start = grid.start(cell / 24, cell % 24);
            shuffled.put(start, grid.energy(cell / 24, cell % 24), grid.power(cell / 24, cell % 24));
        }
        DayGrid sorted = DayGrid.empty(SyntheticSeries.ZONE, Duration.ofHours(1), SyntheticSeries.FIRST_DAY, DAYS);
        for (int cell = 0; cell < DAYS * 24; cell++) {
            sorted.put(grid.start(cell / 24, cell % 24), grid.energy(cell / 24, cell % 24),
                    grid.power(cell / 24, cell % 24));
        }
        assertThat(watch(shuffled).run()).isEqualTo(watch(sorted).run());
    }

    /** Whatever tomorrow brings, what was said up to today stays: a detector that sees tomorrow fails here. */
    @Property(tries = 15)
    void tomorrow_does_not_change_what_is_said_today(@ForAll @IntRange(max = 1000) int seed,
            @ForAll @IntRange(min = 40, max = 88) int today) {
        DayGrid other = troubled(seed);
        Random random = new Random(seed);
        for (int day = today + 1; day < DAYS; day++) {
            SyntheticSeries.scale(other, day, day + 1, random.nextDouble(0, 50));
        }
        ChannelWatch first = watch(troubled(seed));
        ChannelWatch second = watch(other);
        for (int day = 0; day <= today; day++) {
            first.judgeNext();
            second.judgeNext();
        }
        assertThat(first.events()).isEqualTo(second.events());
    }

    @Property(tries = 10)
    void a_late_day_changes_nothing_of_the_days_before_it(@ForAll @IntRange(max = 1000) int seed,
            @ForAll @IntRange(min = 40, max = 85) int late) {
        DayGrid without = troubled(seed);
        for (int slot = 0; slot < 24; slot++) {
            without.set(late, slot, Double.NaN, Double.NaN);
        }
        List<AnomalyEvent> before = watch(without.part(0, late)).run();
        assertThat(watch(troubled(seed).part(0, late)).run()).isEqualTo(before);
    }

    @Example
    void a_view_refuses_to_show_tomorrow() {
        DayGrid grid = SyntheticSeries.office(DAYS, 60, 1);
        DayView view = new Expectations(grid, grid, day -> false).view(50);
        assertThatThrownBy(() -> view.energy(-1, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no later day");
        assertThatThrownBy(() -> view.expected(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.hours(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.isMissing(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
