package io.wattline.estimation;

import static io.wattline.estimation.EstimationSamples.around;
import static io.wattline.estimation.EstimationSamples.energies;
import static io.wattline.estimation.EstimationSamples.measured;
import static io.wattline.estimation.EstimationSamples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wattline.reading.CounterBins;
import io.wattline.reading.CounterRequest;
import io.wattline.reading.Counters;
import io.wattline.reading.DataQuality;
import io.wattline.reading.Interval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which method runs, who is asked for the energy over the gap, and when nothing is estimated. The last Monday of a
 * quiet month, 10:00 in Copenhagen.
 */
class GapEstimationTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final OpenGap SHORT = EstimationSamples.gap("2026-11-23T09:00:00Z", HOUR);
    private static final OpenGap LONG = EstimationSamples.gap("2026-11-23T09:00:00Z", HOUR.multipliedBy(3));

    private static List<KeptReading> flat(OpenGap gap) {
        return EstimationSamples.readings(gap, slot -> 2);
    }

    private static List<KeptReading> replaced(
            List<KeptReading> readings, Predicate<KeptReading> which, KeptReading... by) {
        List<KeptReading> changed = new ArrayList<>(readings);
        changed.removeIf(which);
        changed.addAll(List.of(by));
        return changed;
    }

    private static List<KeptReading> after(OpenGap gap, KeptReading by) {
        return replaced(flat(gap), reading -> reading.start().equals(gap.interval().end()), by);
    }

    private static GapEstimation begin(OpenGap gap, List<KeptReading> readings) {
        return EstimationSamples.book().begin(gap, around(readings));
    }

    /** Nobody knows the energy over the gap. */
    private static Estimate without(GapEstimation estimation) {
        while (estimation.asks()) {
            estimation.answered(Optional.empty());
        }
        return estimation.conclude();
    }

    private static Optional<CounterBins> answer(Integer resolution, Map<Instant, Double> kwh) {
        TreeMap<Instant, Counters> byStart = new TreeMap<>();
        kwh.forEach((start, value) -> byStart.put(start, new Counters(value, Double.NaN)));
        return Optional.of(new CounterBins(resolution, byStart));
    }

    @Test
    void an_hour_is_a_line_and_more_is_like_its_days() {
        assertThat(without(begin(SHORT, flat(SHORT))).method()).isEqualTo("linear");
        Estimate estimate = without(begin(LONG, flat(LONG)));
        assertThat(estimate.method()).isEqualTo("like-day");
        assertThat(energies(estimate.slots())).hasSize(12).containsOnly(2);
        assertThat(estimate.inputs())
                .containsEntry("days", List.of("2026-11-02", "2026-11-09", "2026-11-16"))
                .containsEntry("ratio", 1.0);
    }

    @Test
    void the_hours_around_the_gap_scale_its_like_days() {
        Instant today = Instant.parse("2026-11-23T00:00:00Z");
        Estimate estimate =
                without(begin(LONG, EstimationSamples.readings(LONG, slot -> slot.isBefore(today) ? 2 : 3)));
        assertThat(energies(estimate.slots())).containsOnly(3);
        assertThat(estimate.inputs()).containsEntry("ratio", 1.5);
    }

    @Test
    void the_hours_around_a_gap_of_a_day_count_a_quarter_of_what_those_around_a_short_one_count() {
        Instant today = Instant.parse("2026-11-23T00:00:00Z");
        OpenGap day = EstimationSamples.gap("2026-11-23T09:00:00Z", HOUR.multipliedBy(24));
        Estimate estimate = without(begin(day, EstimationSamples.readings(day, slot -> slot.isBefore(today) ? 2 : 3)));
        assertThat(estimate.inputs()).containsEntry("ratio", 1.5).containsEntry("factor", 1.125);
        assertThat(energies(estimate.slots())).containsOnly(2.25);
    }

    @Test
    void a_day_that_is_like_none_of_them_is_left_missing() {
        Instant today = Instant.parse("2026-11-23T00:00:00Z");
        Estimate estimate =
                without(begin(LONG, EstimationSamples.readings(LONG, slot -> slot.isBefore(today) ? 2 : 20)));
        assertThat(estimate.method()).isEqualTo("none");
        assertThat(estimate.whyNone()).contains("linear: the gap is longer than 1 h", "10.0 times the energy of the "
                + "like days");
        assertThat(estimate.slots()).isEmpty();
    }

    @Test
    void a_suspect_an_estimated_or_a_missing_neighbour_is_no_end_of_a_line() {
        for (DataQuality quality : List.of(DataQuality.SUSPECT, DataQuality.ESTIMATED, DataQuality.EDITED)) {
            assertThat(without(begin(
                                    SHORT,
                                    after(SHORT, with(quality, SHORT.interval().end(), 2))))
                            .method())
                    .as(quality.name())
                    .isEqualTo("like-day");
        }
        List<KeptReading> none = replaced(flat(SHORT), reading -> reading.start()
                .equals(SHORT.interval().start().minus(EstimationSamples.QUARTER)));
        assertThat(without(begin(SHORT, none)).inputs().get("notUsed")).asString().contains("no good reading right "
                + "before the gap");
    }

    @Test
    void holidays_and_days_on_which_something_is_estimated_are_no_like_days() {
        Instant estimated = Instant.parse("2026-11-16T20:00:00Z");
        List<KeptReading> readings = replaced(
                EstimationSamples.readings(
                        LONG,
                        slot -> slot.isAfter(Instant.parse("2026-11-15T23:00:00Z"))
                                        && slot.isBefore(Instant.parse("2026-11-16T23:00:00Z"))
                                ? 2.5
                                : 2),
                reading -> reading.start().equals(estimated),
                with(DataQuality.ESTIMATED, estimated, 1));
        assertThat(without(begin(LONG, readings)).inputs()).containsEntry("days", List.of("2026-11-02", "2026-11-09"));
        // a Thursday; the one before was New Year's Day, the one before that Christmas Eve
        OpenGap january = EstimationSamples.gap("2026-01-08T09:00:00Z", HOUR.multipliedBy(3));
        Estimate estimate = without(begin(january, flat(january)));
        assertThat(estimate.method()).isEqualTo("none");
        assertThat(estimate.whyNone()).contains("12 of 12 slots have less than 2 good readings");
        assertThat(without(begin(EstimationSamples.gap(january.interval(), "grid meter", "Sweden"), flat(january)))
                        .method())
                .isEqualTo("like-day");
    }

    @Test
    void a_holiday_is_like_the_sundays_before_it() {
        OpenGap christmas = EstimationSamples.gap("2026-12-25T09:00:00Z", HOUR.multipliedBy(3));
        List<KeptReading> readings = EstimationSamples.readings(
                christmas,
                slot -> slot.atZone(EstimationSamples.COPENHAGEN).getDayOfWeek() == DayOfWeek.SUNDAY
                                || slot.isAfter(Instant.parse("2026-12-25T00:00:00Z"))
                        ? 1
                        : 5);
        Estimate estimate = without(begin(christmas, readings));
        assertThat(estimate.inputs()).containsEntry("days", List.of("2026-12-06", "2026-12-13", "2026-12-20"));
        assertThat(energies(estimate.slots())).containsOnly(1);
    }

    @Test
    void too_few_like_days_are_no_estimate() {
        List<KeptReading> young =
                replaced(flat(LONG), reading -> reading.start().isBefore(Instant.parse("2026-11-14T00:00:00Z")));
        assertThat(without(begin(LONG, young)).whyNone()).contains("12 of 12 slots have less than 2 good readings on "
                + "like days of 3 weeks");
    }

    @Test
    void a_gap_with_nothing_behind_it_is_estimated_only_where_its_energy_is_known() {
        List<KeptReading> ends = replaced(flat(LONG), reading -> !reading.start().isBefore(LONG.interval().end()));
        assertThat(without(begin(LONG, ends)).whyNone()).contains("no good reading on both sides");
        GapEstimation known = begin(LONG, ends);
        total(known, LONG, 30, 16);
        Estimate estimate = known.conclude();
        assertThat(estimate.energyKwh()).isCloseTo(30, within(1e-9));
        assertThat(estimate.total().source()).isEqualTo("action=total");
    }

    @Test
    void what_the_reading_after_the_gap_has_caught_up_is_the_total_less_its_own_and_nobody_is_asked() {
        KeptReading caughtUp = new KeptReading(
                LONG.interval().end(),
                new Counters(33, Double.NaN),
                12,
                DataQuality.SUSPECT,
                "catch-up: energy of 13 slots since " + LONG.interval().start());
        GapEstimation estimation = begin(LONG, after(LONG, caughtUp));
        assertThat(estimation.asks()).isFalse();
        Estimate estimate = estimation.conclude();
        assertThat(estimate.energyKwh()).isCloseTo(30, within(1e-9));
        assertThat(estimate.total().source()).isEqualTo("catch-up");
        assertThat(estimate.inputs()).containsEntry("ownKwh", 3.0).containsEntry("catchUpKwh", 33.0);
    }

    @Test
    void a_catch_up_of_more_than_the_gap_does_not_tell_its_energy() {
        KeptReading more = new KeptReading(LONG.interval().end(), new Counters(33, Double.NaN), 12, DataQuality.SUSPECT,
                "catch-up: energy of 14 slots since " + LONG.interval().start().minus(EstimationSamples.QUARTER));
        assertThat(begin(LONG, after(LONG, more)).asks()).isTrue();
    }

    /** What a source that counts right says of the gap, and of the eight good readings before it. */
    private static void total(GapEstimation estimation, OpenGap gap, double kwh, double beforeKwh) {
        estimation.answered(answer(null, Map.of(gap.interval().start(), kwh)));
        estimation.answered(answer(
                null, Map.of(gap.interval().start().minus(EstimationSamples.QUARTER.multipliedBy(8)), beforeKwh)));
    }

    private static Instant slot(Instant edge, int slots) {
        return edge.plus(EstimationSamples.QUARTER.multipliedBy(slots));
    }

    /** Readings that rise from slot to slot, kWh. */
    private static List<KeptReading> rising(OpenGap gap, double rise) {
        return EstimationSamples.readings(
                gap,
                slot -> 2 + rise * Duration.between(gap.interval().start(), slot).dividedBy(EstimationSamples.QUARTER));
    }

    /**
     * Registers of the bins beside the gap, three on each side, of a channel that rises like that and had 30 kWh in the
     * gap.
     */
    private static TotalAttempt registers(boolean atEnd, RegisterAt registerAt, double... wrong) {
        return registers(0.1, atEnd, registerAt, wrong);
    }

    private static TotalAttempt registers(double rise, boolean atEnd, RegisterAt registerAt, double... wrong) {
        Map<Instant, Double> before = new HashMap<>();
        Map<Instant, Double> after = new HashMap<>();
        double register = 100;
        for (int slot = -3; slot < 15; slot++) {
            double usage = slot < 0 || slot >= 12 ? 2 + rise * slot : 2.5;
            register += atEnd ? usage : 0;
            if (slot < 0) {
                before.put(slot(LONG.interval().start(), slot), register);
            } else if (slot >= 12) {
                after.put(slot(LONG.interval().start(), slot), register);
            }
            register += atEnd ? 0 : usage;
        }
        for (double value : wrong) {
            after.put(LONG.interval().end(), value);
        }
        return new RegisterTotal(LONG, around(rising(LONG, rise)), registerAt)
                .total(List.of(answer(900, before).get(), answer(900, after).get()));
    }

    @ParameterizedTest
    @CsvSource({"true, AUTO", "false, AUTO", "true, BIN_END", "false, BIN_START"})
    void whether_a_register_is_that_of_the_start_or_the_end_of_its_bin_is_found_out_from_kept_readings(
            boolean atEnd, RegisterAt registerAt) {
        assertThat(registers(atEnd, registerAt).total().orElseThrow().energy().energyKwh()).isCloseTo(30, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_register_of_an_even_load_is_read_at_the_instant_that_fits_it_far_better(boolean atEnd) {
        assertThat(registers(0.005, atEnd, RegisterAt.AUTO).total().orElseThrow().energy().energyKwh())
                .isCloseTo(30, within(1e-9));
    }

    @Test
    void a_register_that_contradicts_the_kept_readings_is_not_believed() {
        assertThat(registers(false, RegisterAt.BIN_END).whyNot()).contains("register is not believed: it contradicts "
                + "the kept readings");
        assertThat(registers(true, RegisterAt.AUTO, -900).whyNot())
                .as("an impossible register")
                .contains("it contradicts the kept readings");
        assertThat(registers(true, RegisterAt.AUTO, 0).whyNot())
                .as("an impossible register")
                .contains("it contradicts the kept readings");
    }

    @Test
    void a_total_that_contradicts_the_kept_readings_beside_the_gap_is_not_believed() {
        GapEstimation estimation = begin(LONG, flat(LONG));
        total(estimation, LONG, 30, 17);
        Estimate estimate = without(estimation);
        assertThat(estimate.total()).isNull();
        assertThat(estimate.inputs().get("notUsed")).asString().contains("action=total is not believed: over the kept "
                + "readings beside the gap it says 17.0 kWh, and they have 16.0 kWh");
    }

    @Test
    void the_register_beside_the_gap_is_asked_for_after_the_total() {
        GapEstimation estimation = begin(LONG, flat(LONG));
        assertThat(estimation.next()).isEqualTo(CounterRequest.total(7, List.of("E"), LONG.interval()));
        estimation.answered(Optional.empty());
        assertThat(estimation.next())
                .isEqualTo(CounterRequest.register(
                        7,
                        List.of("E"),
                        new Interval(
                                slot(LONG.interval().start(), -3),
                                slot(LONG.interval().start(), 1)),
                        EstimationSamples.QUARTER));
        estimation.answered(answer(1800, Map.of(slot(LONG.interval().start(), -1), 100.0)));
        estimation.answered(answer(1800, Map.of(LONG.interval().end(), 132.0)));
        assertThat(estimation.next().kind())
                .as("coarser bins are no register; the next source")
                .isEqualTo(CounterRequest.Kind.USAGE);
    }

    @Test
    void coarser_bins_less_what_is_known_in_them_are_a_total_and_bins_that_only_add_up_what_is_there_are_none() {
        OpenGap gap = EstimationSamples.gap("2026-11-23T09:15:00Z", Duration.ofMinutes(45));
        CoarserTotal coarser = new CoarserTotal(gap, around(flat(gap)), Duration.ofMinutes(30));
        Instant bin = Instant.parse("2026-11-23T09:00:00Z");
        Instant second = bin.plus(Duration.ofMinutes(30));
        assertThat(coarser.total(List.of(
                                answer(1800, Map.of(bin, 4.5, second, 6.0)).get()))
                        .total()
                        .orElseThrow()
                        .energy()
                        .energyKwh())
                .isCloseTo(8.5, within(1e-9));
        assertThat(coarser.total(List.of(
                                answer(1800, Map.of(bin, 2.0, second, 6.0)).get()))
                        .total())
                .as("the first bin has its known half only")
                .isEmpty();
        assertThat(coarser.total(List.of(answer(1800, Map.of(bin, 4.5)).get())).total())
                .as("the second bin is empty")
                .isEmpty();
        assertThat(coarser.total(List.of(
                                answer(900, Map.of(bin, 4.5, second, 6.0)).get()))
                        .total())
                .as("another resolution")
                .isEmpty();
    }

    @Test
    void a_counter_that_went_back_or_leapt_is_not_believed() {
        for (double total : List.of(-5.0, 12 * 2 * 2 + 0.1)) {
            GapEstimation estimation = begin(LONG, flat(LONG));
            total(estimation, LONG, total, 16);
            assertThat(estimation.asks()).as("the next source").isTrue();
            Estimate estimate = without(estimation);
            assertThat(estimate.total()).isNull();
            assertThat(estimate.inputs().get("notUsed")).asString().contains("action=total is not believed");
        }
    }

    @Test
    void the_sun_and_a_batch_get_no_line_and_nothing_without_a_known_total() {
        for (String type : List.of("solar meter", "batch meter")) {
            OpenGap gap = EstimationSamples.gap("2026-11-23T09:00:00Z", HOUR, type);
            assertThat(without(begin(gap, flat(gap))).whyNone()).as(type).contains("like days give the shape only");
            GapEstimation known = begin(gap, flat(gap));
            total(known, gap, 6, 16);
            assertThat(known.conclude().method()).isEqualTo("like-day");
        }
        OpenGap climate = EstimationSamples.gap("2026-11-23T09:00:00Z", HOUR, "temperature");
        assertThat(begin(climate, flat(climate)).asks()).as("nothing to ask where there is no shape").isFalse();
        assertThat(begin(climate, flat(climate)).conclude().whyNone()).isEqualTo("every method is off for this "
                + "channel");
    }

    @Test
    void energy_where_the_shape_has_none_is_not_spread_evenly() {
        GapEstimation estimation = begin(
                LONG,
                replaced(
                        EstimationSamples.readings(LONG, slot -> 0),
                        reading -> reading.start().equals(LONG.interval().end().plus(HOUR)),
                        measured(LONG.interval().end().plus(HOUR), 5)));
        total(estimation, LONG, 6, 0);
        assertThat(estimation.conclude().whyNone()).contains("the shape has no energy, and the gap had 6.0 kWh");
    }

    @Test
    void a_gap_whose_energy_cannot_be_asked_for_now_waits() {
        GapEstimation estimation = begin(SHORT, flat(SHORT));
        estimation.postpone("the source is away");
        assertThat(estimation.asks()).isFalse();
        assertThat(estimation.conclude()).matches(Estimate::later).matches(Estimate::isNone).returns("the source is "
                + "away", Estimate::whyNone);
    }
}
