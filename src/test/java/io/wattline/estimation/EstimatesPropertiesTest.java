package io.wattline.estimation;

import static io.wattline.estimation.EstimationSamples.around;
import static io.wattline.estimation.EstimationSamples.energies;
import static io.wattline.estimation.EstimationSamples.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wattline.reading.CounterBins;
import io.wattline.reading.Counters;
import io.wattline.reading.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of every estimate. */
class EstimatesPropertiesTest {

    private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final int QUARTERS_OF_A_YEAR = 4 * 24 * 365;

    private static OpenGap gap(int quarter, int slots) {
        Instant start = YEAR.plus(EstimationSamples.QUARTER.multipliedBy(quarter));
        return EstimationSamples.gap(
                new Interval(start, start.plus(EstimationSamples.QUARTER.multipliedBy(slots))), "grid meter", null);
    }

    @Property(tries = 300)
    void a_line_lies_between_its_ends_at_i_of_n_plus_1(
            @ForAll @DoubleRange(min = -1e4, max = 1e4) double before,
            @ForAll @DoubleRange(min = -1e4, max = 1e4) double after,
            @ForAll @IntRange(min = 1, max = 4) int slots,
            @ForAll @IntRange(max = QUARTERS_OF_A_YEAR) int quarter) {
        OpenGap gap = gap(quarter, slots);
        EnergyShape shape = new Linear(Duration.ofHours(1))
                .tryAt(
                        gap,
                        around(List.of(
                                measured(gap.interval().end(), after),
                                measured(gap.interval().start().minus(EstimationSamples.QUARTER), before))))
                .shape()
                .orElseThrow();
        double[] line = energies(shape.slots());
        assertThat(line).hasSize(slots);
        for (int i = 0; i < slots; i++) {
            assertThat(line[i])
                    .isBetween(Math.min(before, after), Math.max(before, after))
                    .isCloseTo(before + (after - before) * (i + 1) / (slots + 1), within(1e-9));
        }
    }

    @Property(tries = 300)
    void a_known_total_is_kept_to_a_millionth_and_nothing_becomes_negative(
            @ForAll @DoubleRange(max = 1e7) double total,
            @ForAll @IntRange(min = 1, max = 700) int slots,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Counters> shape = random.doubles(slots, 0, 100)
                .mapToObj(value -> new Counters(value, Double.NaN))
                .toList();
        double[] scaled = energies(Scaling.to(new Counters(total, Double.NaN), shape).orElseThrow());
        assertThat(Arrays.stream(scaled).sum()).isCloseTo(total, within(1e-6));
        assertThat(Arrays.stream(scaled).min().orElseThrow()).isNotNegative();
    }

    @Property(tries = 60)
    void an_estimate_adds_up_to_the_register_whatever_the_order_of_the_readings(
            @ForAll @IntRange(max = QUARTERS_OF_A_YEAR) int quarter,
            @ForAll @IntRange(min = 1, max = 300) int slots,
            @ForAll @LongRange(min = 1) long seed,
            @ForAll @DoubleRange(min = 0, max = 3) double level) {
        OpenGap gap = gap(quarter, slots);
        List<KeptReading> readings =
                EstimationSamples.readings(gap, slot -> 1 + new Random(slot.getEpochSecond() ^ seed).nextDouble());
        double total = level * slots;
        Estimate estimate = estimate(gap, readings, total);
        assertThat(estimate.isNone()).as(estimate.whyNone()).isFalse();
        assertThat(estimate.energyKwh()).isCloseTo(total, within(1e-6));
        assertThat(estimate.slots()).hasSize(slots).allMatch(slot -> slot.energyKwh() >= 0);
        double[] powersKw = estimate.powersKw();
        for (int i = 0; i < slots; i++) {
            assertThat(powersKw[i] * 0.25).isCloseTo(estimate.slots().get(i).energyKwh(), within(1e-9));
        }
        List<KeptReading> shuffled = new ArrayList<>(readings);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(estimate(gap, shuffled, total)).isEqualTo(estimate);
    }

    /** The source refuses a total, and shows the register at the end of three bins on each side of the gap. */
    private static Estimate estimate(OpenGap gap, List<KeptReading> readings, double totalKwh) {
        GapEstimation estimation = EstimationSamples.book().begin(gap, around(readings));
        Map<Instant, Double> usage = readings.stream()
                .collect(Collectors.toMap(
                        KeptReading::start, reading -> reading.energy().energyKwh()));
        estimation.answered(Optional.empty());
        estimation.answered(
                registers(gap.interval().start().minus(EstimationSamples.QUARTER.multipliedBy(3)), 1000, usage));
        double before = IntStream.rangeClosed(1, 3)
                .mapToDouble(i -> usage.get(gap.interval().start().minus(EstimationSamples.QUARTER.multipliedBy(i))))
                .sum();
        estimation.answered(registers(gap.interval().end(), 1000 + before + totalKwh, usage));
        assertThat(estimation.asks()).isFalse();
        return estimation.conclude();
    }

    private static Optional<CounterBins> registers(Instant first, double startKwh, Map<Instant, Double> usage) {
        TreeMap<Instant, Counters> registers = new TreeMap<>();
        double register = startKwh;
        for (int i = 0; i < 3; i++) {
            Instant bin = first.plus(EstimationSamples.QUARTER.multipliedBy(i));
            register += usage.get(bin);
            registers.put(bin, new Counters(register, Double.NaN));
        }
        return Optional.of(new CounterBins(900, registers));
    }

    /**
     * The load follows the clock on the wall: an estimate that looked 7 x 24 h back would be an hour off after each
     * change.
     */
    @Property(tries = 150)
    void like_days_have_the_same_local_time_also_around_the_change_of_the_clock(
            @ForAll @IntRange(max = QUARTERS_OF_A_YEAR) int quarter, @ForAll @IntRange(min = 5, max = 400) int slots) {
        OpenGap gap = gap(quarter, slots);
        Estimate estimate = EstimationSamples.book()
                .begin(gap, around(EstimationSamples.readings(gap, EstimatesPropertiesTest::byTheClock)))
                .conclude();
        assertThat(estimate.isNone()).as(estimate.whyNone()).isFalse();
        List<Instant> starts = gap.starts();
        for (int i = 0; i < slots; i++) {
            assertThat(estimate.slots().get(i).energyKwh())
                    .as("slot %s", starts.get(i))
                    .isCloseTo(byTheClock(starts.get(i)), within(1e-6));
        }
    }

    private static double byTheClock(Instant slot) {
        LocalDateTime local = LocalDateTime.ofInstant(slot, EstimationSamples.COPENHAGEN);
        return 1 + local.getDayOfWeek().getValue() * 10 + local.getHour() + local.getMinute() / 60.0;
    }
}
