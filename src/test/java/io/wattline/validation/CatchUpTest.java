package io.wattline.validation;

import static io.wattline.eniscope.ResponseSamples.NORMALISER;
import static io.wattline.eniscope.ResponseSamples.START;
import static io.wattline.eniscope.ResponseSamples.channel;
import static io.wattline.eniscope.ResponseSamples.reading;
import static io.wattline.eniscope.ResponseSamples.window;
import static io.wattline.validation.RuleBookTest.CLOCK;
import static io.wattline.validation.RuleBookTest.RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wattline.channel.Channel;
import io.wattline.reading.Checked;
import io.wattline.reading.Column;
import io.wattline.reading.DataQuality;
import io.wattline.reading.Interval;
import io.wattline.reading.Reading;
import io.wattline.reading.Rejected;
import io.wattline.reading.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Energy of a whole gap in the bin after it, and the doubled bin of autumn: kept and marked, while a spike without a
 * gap is set aside.
 */
class CatchUpTest {

    private static final double KWH = 1;
    private static final double KW = 4;

    /** A reading of the slot, 4 kW. */
    private static Reading slot(int slot, double energyKwh) {
        return reading(START.plusSeconds(900L * slot), Column.POWER_KW, KW, Column.ENERGY_KWH, energyKwh);
    }

    private static Checked check(Instant previous, Reading... readings) {
        return RULES.check(List.of(readings), window(20), Optional.ofNullable(previous), CLOCK);
    }

    private static Checked checkSample(String name, String start, int slots) throws IOException {
        Instant from = Instant.parse(start);
        Window window =
                new Window(channel(3600), new Interval(from, from.plusSeconds(3600L * slots)), List.of("E", "P"), 1);
        return RULES.check(
                NORMALISER
                        .normalise(Files.readAllBytes(Path.of("src/test/resources/reading", name)), window)
                        .readings(),
                window,
                Optional.empty(),
                CLOCK);
    }

    @Test
    void the_first_bin_after_a_gap_of_ten_hours_is_kept_as_the_energy_of_eleven() throws IOException {
        Checked checked = checkSample("gap-catchup.json", "2026-01-01T00:00:00Z", 15);
        assertThat(checked.rejected()).isEmpty();
        assertThat(checked.accepted())
                .filteredOn(reading -> reading.quality() == DataQuality.SUSPECT)
                .singleElement()
                .satisfies(reading -> {
                    assertThat(reading.start()).isEqualTo("2026-01-01T13:00:00Z");
                    assertThat(reading.method()).isEqualTo("catch-up: energy of 11 slots since 2026-01-01T03:00:00Z");
                    assertThat(reading.value(Column.ENERGY_KWH)).isCloseTo(11.0407, within(1e-12));
                });
    }

    @Test
    void the_bin_of_autumn_that_holds_two_hours_is_kept_and_says_so() throws IOException {
        Checked checked = checkSample("dst-fallback.json", "2025-10-25T22:00:00Z", 5);
        assertThat(checked.rejected()).isEmpty();
        assertThat(checked.accepted())
                .filteredOn(reading -> reading.quality() == DataQuality.SUSPECT)
                .singleElement()
                .satisfies(reading -> {
                    assertThat(reading.start()).isEqualTo("2025-10-26T00:00:00Z");
                    assertThat(reading.method())
                            .startsWith("doubled-bin: energy of 2 slots")
                            .contains("2025-10-26T01:00:00Z");
                });
    }

    @Test
    void a_spike_without_a_gap_is_set_aside() {
        Checked checked = check(START.minusSeconds(900), slot(0, KWH), slot(1, 11 * KWH), slot(2, KWH));
        assertThat(checked.rejected()).singleElement().extracting(Rejected::rule).isEqualTo("energy-against-power");
    }

    @Test
    void the_gap_may_lie_before_the_window() {
        assertThat(check(START.minusSeconds(9000), slot(0, 10 * KWH)).accepted())
                .singleElement()
                .extracting(Reading::method)
                .isEqualTo("catch-up: energy of 10 slots since 2025-12-31T21:45:00Z");
        assertThat(check(START.minusSeconds(900), slot(0, 10 * KWH)).rejected()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0", "3"})
    void where_no_earlier_reading_is_known_nobody_can_say_and_the_window_makes_no_difference(int slot) {
        assertThat(check(null, slot(slot, 100 * KWH)).accepted()).singleElement().extracting(Reading::method)
                .isEqualTo("catch-up: energy of an unknown number of slots, no earlier reading is known");
    }

    @Test
    void the_first_reading_of_a_channel_can_have_caught_up_since_its_installation_only() {
        Channel channel = new Channel(61001, "MAIN", null, null, Duration.ofMinutes(15), START.plusSeconds(60), null);
        List<Reading> second = List.of(slot(1, 2 * KWH));
        assertThat(RULES.check(second, window(channel, 4), Optional.empty(), CLOCK)
                        .accepted())
                .singleElement()
                .extracting(Reading::method)
                .isEqualTo("catch-up: energy of 2 slots since 2026-01-01T00:00:00Z");
        Channel atStart = new Channel(61001, "MAIN", null, null, Duration.ofMinutes(15), START, null);
        assertThat(RULES.check(List.of(slot(0, 2 * KWH)), window(atStart, 4), Optional.empty(), CLOCK)
                        .rejected())
                .singleElement()
                .extracting(Rejected::rule)
                .isEqualTo("energy-against-power");
    }

    @ParameterizedTest
    @CsvSource({"1, MEASURED", "1.5, MEASURED", "1.5001, SUSPECT", "2, SUSPECT"})
    void after_a_gap_energy_up_to_the_factor_is_its_own(double energyKwh, DataQuality quality) {
        assertThat(check(null, slot(0, KWH), slot(2, energyKwh)).accepted())
                .extracting(Reading::quality)
                .containsExactly(DataQuality.MEASURED, quality);
    }

    @ParameterizedTest
    @CsvSource({"500, true", "500.001, false"})
    void more_than_the_supply_can_have_carried_in_the_gap_is_no_catch_up(double energyKwh, boolean kept) {
        assertThat(check(null, slot(0, KWH), slot(2, energyKwh)).rejected().isEmpty()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"10, 74, true", "10, 76, false", ", 3700, true", ", 3800, false"})
    void after_a_gap_energy_is_believed_up_to_twice_the_channels_own_peak(
            Double peakKw, double energyKwh, boolean kept) {
        OptionalDouble peak = peakKw == null ? OptionalDouble.empty() : OptionalDouble.of(peakKw);
        Checked checked = RULES.check(
                List.of(slot(14, energyKwh)),
                window(20),
                new PageContext(START.minusSeconds(900), false, () -> peak),
                CLOCK);
        assertThat(checked.accepted()).hasSize(kept ? 1 : 0);
    }

    @Test
    void a_gap_that_ends_without_load_is_caught_up_all_the_same() {
        Reading night = reading(START.plusSeconds(9000), Column.POWER_KW, 0, Column.ENERGY_KWH, 30);
        assertThat(check(null, slot(0, KWH), night).accepted().get(1).quality()).isEqualTo(DataQuality.SUSPECT);
    }

    @Test
    void idle_noise_after_a_gap_is_no_catch_up() {
        Reading idle = reading(START.plusSeconds(9000), Column.POWER_KW, 0, Column.ENERGY_KWH, 0.00003);
        assertThat(check(null, slot(0, KWH), idle).accepted().get(1).quality()).isEqualTo(DataQuality.MEASURED);
    }

    @Test
    void the_energy_range_grows_with_the_slots() {
        Instant previous = START.minusSeconds(900 * 99);
        assertThat(check(previous, slot(0, 20_000)).accepted())
                .singleElement()
                .extracting(Reading::quality)
                .isEqualTo(DataQuality.SUSPECT);
        Checked atOnce = check(START.minusSeconds(900), slot(0, 20_000));
        assertThat(atOnce.rejected().get(0).violations())
                .extracting("rule")
                .containsExactly("energy-range", "energy-against-power");
    }

    @Test
    void without_power_only_what_the_slot_cannot_have_carried_has_caught_up() {
        Reading some = reading(START.plusSeconds(1800), Column.ENERGY_KWH, 250);
        Reading more = reading(START.plusSeconds(3600), Column.ENERGY_KWH, 250.1);
        assertThat(check(null, slot(0, KWH), some, more).accepted())
                .extracting(Reading::quality)
                .containsExactly(DataQuality.MEASURED, DataQuality.MEASURED, DataQuality.SUSPECT);
    }

    @ParameterizedTest
    @CsvSource({"2, true", "2.5, true", "2.6, false"})
    void a_doubled_bin_holds_about_two_slots_and_no_more(double energyKwh, boolean kept) {
        assertThat(check(null, slot(0, KWH), slot(1, energyKwh), slot(3, KWH)).rejected().isEmpty()).isEqualTo(kept);
    }

    @Test
    void a_bin_before_data_that_may_still_come_is_not_taken_for_doubled() {
        assertThat(check(null, slot(0, KWH), slot(1, 2 * KWH)).rejected())
                .singleElement()
                .extracting(Rejected::rule)
                .isEqualTo("energy-against-power");
    }

    @Test
    void a_counter_that_stood_still_and_then_caught_up_keeps_both_readings_and_their_sum() {
        Checked checked = check(START.minusSeconds(900), slot(0, KWH), slot(1, 0), slot(2, 2 * KWH), slot(3, KWH));
        assertThat(checked.rejected()).isEmpty();
        assertThat(checked.accepted()).extracting(Reading::method).containsExactly(
                null,
                "carried-over: energy is in the slot of 2026-01-01T00:30:00Z",
                "catch-up: energy of 2 slots since 2026-01-01T00:15:00Z",
                null);
        assertThat(checked.accepted().stream().mapToDouble(each -> each.value(Column.ENERGY_KWH)).sum()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"2.09, 0", "2.2, 2", "1.8, 2", "3, 2"})
    void only_the_exact_energy_of_both_is_taken_for_that_of_both(double energyKwh, int rejected) {
        Checked checked = check(START.minusSeconds(900), slot(0, KWH), slot(1, 0), slot(2, energyKwh), slot(3, KWH));
        assertThat(checked.rejected()).hasSize(rejected);
    }

    @Test
    void a_counter_may_stand_still_for_several_slots() {
        Checked checked = check(START.minusSeconds(900), slot(0, 0), slot(1, 0), slot(2, 0), slot(3, 4 * KWH));
        assertThat(checked.rejected()).isEmpty();
        assertThat(checked.accepted()).extracting(Reading::quality).containsOnly(DataQuality.SUSPECT);
    }

    @Test
    void a_reading_that_is_set_aside_leaves_no_gap() {
        Reading broken =
                reading(START.plusSeconds(900), Column.POWER_KW, KW, Column.ENERGY_KWH, KWH, Column.VOLTAGE_V, 1);
        assertThat(check(null, slot(0, KWH), broken, slot(2, 2 * KWH)).rejected())
                .extracting(Rejected::rule)
                .containsExactly("voltage-range", "energy-against-power");
    }

    /** Slots of 15 minutes from 00:00 on, some of them missing; the hour from 00:00 to 01:00 holds twice its energy. */
    private static Checked autumnNight(boolean followed, int... slots) {
        List<Reading> readings = IntStream.of(slots).mapToObj(slot -> slot(slot, slot < 4 ? 2 * KWH : KWH)).toList();
        return RULES.check(readings, window(20), new PageContext(START.minusSeconds(900), followed), CLOCK);
    }

    @Test
    void in_the_night_of_the_autumn_change_every_quarter_of_an_hour_may_hold_two() {
        Checked checked = autumnNight(false, 0, 1, 2, 3, 8, 9);
        assertThat(checked.rejected()).isEmpty();
        assertThat(checked.accepted())
                .filteredOn(reading -> reading.quality() == DataQuality.SUSPECT)
                .extracting(Reading::method)
                .containsExactly(
                        "doubled-bin: energy of 2 slots, its own and that of 2026-01-01T01:00:00Z which is missing",
                        "doubled-bin: energy of 2 slots, its own and that of 2026-01-01T01:15:00Z which is missing",
                        "doubled-bin: energy of 2 slots, its own and that of 2026-01-01T01:30:00Z which is missing",
                        "doubled-bin: energy of 2 slots, its own and that of 2026-01-01T01:00:00Z which is missing");
    }

    @ParameterizedTest
    @CsvSource({"4", "5", "6", "7"})
    void with_one_reading_of_the_next_hour_no_clock_was_put_back(int slot) {
        assertThat(autumnNight(false, 0, 1, 2, slot, 8, 9).rejected())
                .extracting(Rejected::timestamp)
                .contains(START, START.plusSeconds(900));
    }

    @Test
    void until_a_reading_from_after_the_missing_hour_is_there_it_may_still_come() {
        assertThat(autumnNight(false, 0, 1, 2, 3).rejected()).hasSize(4);
    }

    @Test
    void at_the_end_of_a_window_that_is_followed_by_another_nobody_looks_again_so_it_is_kept_and_marked() {
        Checked checked = autumnNight(true, 0, 1, 2, 3);
        assertThat(checked.accepted()).hasSize(4).allSatisfy(reading -> assertThat(reading.method())
                .startsWith("doubled-bin: ")
                .endsWith("not in the same response"));
        Checked spike = RULES.check(
                List.of(slot(0, 3 * KWH)), window(20), new PageContext(START.minusSeconds(900), true), CLOCK);
        assertThat(spike.rejected()).hasSize(1);
    }

    @Test
    void export_that_was_caught_up_shows_in_energy_net_of_it() {
        Reading sun = reading(
                START.plusSeconds(9000), Column.POWER_KW, -4, Column.ENERGY_KWH, 0.02, Column.ENERGY_EXPORT_KWH, 9);
        Window window =
                window(new Channel(61001, "PV", null, null, "solar meter", Duration.ofMinutes(15), null, null), 20);
        Checked checked = RULES.check(List.of(sun), window, new PageContext(START, false), CLOCK);
        assertThat(checked.accepted())
                .singleElement()
                .extracting(Reading::method)
                .isEqualTo("catch-up: energy of 10 slots since 2026-01-01T00:15:00Z");
    }
}
