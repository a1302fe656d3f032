package io.wattline.validation;

import static io.wattline.eniscope.ResponseSamples.START;
import static io.wattline.eniscope.ResponseSamples.channel;
import static io.wattline.eniscope.ResponseSamples.reading;
import static io.wattline.eniscope.ResponseSamples.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.channel.Channel;
import io.wattline.eniscope.Normaliser;
import io.wattline.eniscope.ResponseSamples;
import io.wattline.reading.Checked;
import io.wattline.reading.Column;
import io.wattline.reading.DataQuality;
import io.wattline.reading.Interval;
import io.wattline.reading.Reading;
import io.wattline.reading.Rejected;
import io.wattline.reading.Violation;
import io.wattline.reading.Window;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules as {@code config/rules.yaml} ships them. */
class RuleBookTest {

    static final RuleBook RULES = RuleBook.load(Path.of("config/rules.yaml"));
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-01T00:00:00Z"), ZoneOffset.UTC);

    /** More than the noise. */
    private static final double BEYOND = 1e-5;

    static Checked check(Window window, Reading... readings) {
        return RULES.check(
                List.of(readings),
                window,
                Optional.of(window.interval().start().minus(window.channel().interval())),
                CLOCK);
    }

    /** Of readings that are set aside, and of values that are. */
    private static List<String> rulesBroken(Window window, Reading... readings) {
        Checked checked = check(window, readings);
        return Stream.concat(checked.rejected().stream(), checked.partial().stream())
                .flatMap(rejected -> rejected.violations().stream())
                .map(Violation::rule)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "power-range, POWER_KW, 0, 1000",
        "power-phase-range, POWER_KW_L1, 0, 1000",
        "power-phase-range, POWER_KW_L2, 0, 1000",
        "power-phase-range, POWER_KW_L3, 0, 1000",
        "voltage-range, VOLTAGE_V, 100, 500",
        "voltage-phase-range, VOLTAGE_V_L1, 100, 500",
        "voltage-phase-range, VOLTAGE_V_L2, 100, 500",
        "voltage-phase-range, VOLTAGE_V_L3, 100, 500",
        "current-range, CURRENT_A, 0, 5000",
        "current-phase-range, CURRENT_A_L1, 0, 5000",
        "current-phase-range, CURRENT_A_L2, 0, 5000",
        "current-phase-range, CURRENT_A_L3, 0, 5000",
        "current-phase-range, NEUTRAL_CURRENT_A, 0, 5000",
        "power-factor-range, POWER_FACTOR, -1, 1",
        "power-factor-phase-range, POWER_FACTOR_L1, -1, 1",
        "power-factor-phase-range, POWER_FACTOR_L2, -1, 1",
        "power-factor-phase-range, POWER_FACTOR_L3, -1, 1",
        "energy-range, ENERGY_KWH, 0, 10000",
        "energy-phase-range, ENERGY_KWH_L1, 0, 10000",
        "energy-phase-range, ENERGY_KWH_L2, 0, 10000",
        "energy-phase-range, ENERGY_KWH_L3, 0, 10000",
        "energy-range, ENERGY_EXPORT_KWH, 0, 10000",
        "reactive-power-range, REACTIVE_POWER_KVAR, -1000, 1000",
        "apparent-power-range, APPARENT_POWER_KVA, 0, 1000",
        "frequency, FREQUENCY_HZ, 47, 53",
        "frequency, FREQUENCY_HZ, 57, 63",
        "distortion-voltage, THD_VOLTAGE, 0, 100",
        "distortion-current, THD_CURRENT, 0, 1000",
        "humidity-range, RELATIVE_HUMIDITY, 0, 100",
        "temperature-range, TEMPERATURE_C, -60, 150"
    })
    void a_value_at_its_limit_is_kept_and_one_beyond_is_not(
            String rule, Column column, double min, double max) {
        assertThat(rulesBroken(window(1), reading(START, column, min))).isEmpty();
        assertThat(rulesBroken(window(1), reading(START, column, max))).isEmpty();
        assertThat(rulesBroken(window(1), reading(START, column, min - BEYOND))).containsExactly(rule);
        assertThat(rulesBroken(window(1), reading(START, column, max + BEYOND))).containsExactly(rule);
    }

    @ParameterizedTest
    @EnumSource
    void a_missing_value_breaks_no_limit_and_every_other_column_may_be_alone(Column column) {
        assertThat(rulesBroken(window(1), reading(START))).isEmpty();
        double usual = switch (column) {
            case VOLTAGE_V, VOLTAGE_V_L1, VOLTAGE_V_L2, VOLTAGE_V_L3 -> 230;
            case FREQUENCY_HZ -> 50;
            default -> 0.5;
        };
        assertThat(rulesBroken(window(1), reading(START, column, usual))).isEmpty();
    }

    @Test
    void a_reason_says_who_when_what_was_found_what_is_allowed_and_where_to_change_it() {
        Rejected rejected = check(window(1), reading(START, Column.POWER_KW, 1500)).rejected().get(0);
        assertThat(rejected.reason())
                .isEqualTo(
                        "Channel 61001 'MAIN', 2026-01-01T00:00:00Z: power_kw 1500 is above 1000: more than the supply"
                                + " carries, or export on a channel that is not allowed to export (rule power-range,"
                                + " config/rules.yaml); set aside");
        assertThat(rejected.stage()).isEqualTo("validate");
        assertThat(rejected.timestamp()).isEqualTo(START);
    }

    @Test
    void every_rule_that_a_reading_breaks_is_reported() {
        Reading reading = reading(
                START.plusSeconds(1),
                Column.POWER_KW,
                -1,
                Column.POWER_KW_L1,
                1001,
                Column.VOLTAGE_V,
                99,
                Column.FREQUENCY_HZ,
                55,
                Column.ENERGY_KWH,
                5);
        assertThat(rulesBroken(window(1), reading))
                .containsExactly(
                        "timestamp-on-grid",
                        "power-range",
                        "voltage-range",
                        "energy-against-power",
                        "power-phase-range",
                        "frequency",
                        "power-factor-present");
    }

    @Test
    void only_the_bad_reading_is_set_aside_and_its_payload_is_what_arrived() {
        byte[] answer = ResponseSamples.answer(
                "{\"ts\":1767225600,\"E\":1300,\"P\":5200}",
                "{\"ts\":1767226500,\"E\":1300,\"P\":5200000}",
                "{\"ts\":1767227400,\"E\":1301,\"P\":5204}");
        Window window = window(4);
        List<Reading> readings = new Normaliser(ResponseSamples.FIELDS).normalise(answer, window).readings();
        Checked checked = RULES.check(readings, window, Optional.empty(), CLOCK);
        assertThat(checked.accepted()).containsExactly(readings.get(0), readings.get(2));
        assertThat(checked.rejected())
                .singleElement()
                .extracting(Rejected::payload)
                .asString()
                .isEqualTo(
                        "{\"channel\":61001,\"resolution\":900,\"units\":{\"E\":\"Wh\",\"P\":\"W\",\"V\":\"V\","
                                + "\"PF\":\"\"},\"records\":[{\"ts\":1767226500,\"E\":1300,\"P\":5200000}]}");
    }

    @Test
    void a_reading_of_another_channel_or_without_a_timestamp_is_set_aside() {
        Reading good = reading(START, Column.POWER_KW, 1);
        assertThat(rulesBroken(window(1), new Reading(1, START, good.values(), good.quality(), null, null, null)))
                .containsExactly("channel-known");
        assertThat(rulesBroken(window(1), reading(null, Column.POWER_KW, 1, Column.ENERGY_KWH, 0.25)))
                .containsExactly("timestamp-present");
    }

    @Test
    void a_reading_lies_on_the_grid_of_its_channel() {
        assertThat(rulesBroken(window(4), reading(START.plusSeconds(1799)))).containsExactly("timestamp-on-grid");
        assertThat(rulesBroken(window(4), reading(START.plusNanos(1)))).containsExactly("timestamp-on-grid");
        assertThat(rulesBroken(window(channel(1800), 4), reading(START.plusSeconds(900))))
                .containsExactly("timestamp-on-grid");
        assertThat(rulesBroken(window(4), reading(START.plusSeconds(900)))).isEmpty();
    }

    @Test
    void a_reading_may_start_as_far_in_the_future_as_the_tolerance_and_no_further() {
        Clock five = Clock.fixed(START.minusSeconds(300), ZoneOffset.UTC);
        Clock more = Clock.offset(five, Duration.ofNanos(-1));
        List<Reading> readings = List.of(reading(START));
        assertThat(RULES.check(readings, window(1), Optional.empty(), five).rejected()).isEmpty();
        assertThat(RULES.check(readings, window(1), Optional.empty(), more).rejected())
                .extracting(Rejected::rule)
                .containsExactly("timestamp-not-future");
    }

    @Test
    void a_reading_starts_within_installation_and_removal() {
        Channel channel = new Channel(
                61001, "MAIN", null, null, Duration.ofMinutes(15), START.plusSeconds(900), START.plusSeconds(2700));
        Window window = window(channel, 4);
        assertThat(rulesBroken(window, reading(START))).containsExactly("within-installation");
        assertThat(rulesBroken(window, reading(START.plusSeconds(900)))).isEmpty();
        assertThat(rulesBroken(window, reading(START.plusSeconds(1800)))).isEmpty();
        assertThat(rulesBroken(window, reading(START.plusSeconds(2700)))).containsExactly("within-installation");
    }

    @Test
    void the_power_factor_must_be_there_where_power_and_voltage_are_and_the_channel_has_one() {
        Reading with = reading(START, Column.POWER_KW, 4, Column.VOLTAGE_V, 230, Column.POWER_FACTOR, 0.9);
        Reading without = reading(START.plusSeconds(900), Column.POWER_KW, 4, Column.VOLTAGE_V, 230);
        assertThat(rulesBroken(window(2), with, without)).containsExactly("power-factor-present");
        assertThat(rulesBroken(window(2), with, reading(START.plusSeconds(900), Column.POWER_KW, 4))).isEmpty();
        assertThat(rulesBroken(window(2), with, reading(START.plusSeconds(900), Column.VOLTAGE_V, 230))).isEmpty();
    }

    @Test
    void a_channel_without_power_factor_loses_no_reading() {
        Reading first = reading(START, Column.POWER_KW, 4, Column.VOLTAGE_V, 230);
        Reading second = reading(START.plusSeconds(900), Column.POWER_KW, 4, Column.VOLTAGE_V, 230);
        assertThat(rulesBroken(window(2), first, second)).isEmpty();
    }

    @Test
    void a_lone_reading_needs_a_power_factor_only_where_it_was_asked_for() {
        Reading alone = reading(START, Column.POWER_KW, 4, Column.VOLTAGE_V, 230);
        assertThat(rulesBroken(window(1), alone)).containsExactly("power-factor-present");
        Window other = new Window(channel(900), new Interval(START, START.plusSeconds(900)), List.of("P", "V"), 1);
        assertThat(rulesBroken(other, alone)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.001, false", "-0.001, false", "0.0011, true", "0, false"})
    void an_idle_channel_needs_no_power_factor(double powerKw, boolean needed) {
        Reading with = reading(START, Column.POWER_KW, 4, Column.VOLTAGE_V, 230, Column.POWER_FACTOR, 0.9);
        Reading idle = reading(START.plusSeconds(900), Column.POWER_KW, powerKw, Column.VOLTAGE_V, 230);
        assertThat(rulesBroken(window(2), with, idle).contains("power-factor-present")).isEqualTo(needed);
    }

    /**
     * 8 kW over a quarter of an hour are 2 kWh; half of it is the tolerance, 0.01 the noise. All of them are exact in
     * binary but for the noise.
     */
    @ParameterizedTest
    @CsvSource({
        "900, 8, 2, true",
        "900, 8, 3, true",
        "900, 8, 3.0099, true",
        "900, 8, 3.0101, false",
        "900, 8, 0.9901, true",
        "900, 8, 0.9899, false",
        "900, 8, 0, false",
        "3600, 8, 8, true",
        "3600, 8, 2, false",
        "60, 6, 0.1, true",
        "900, 0, 0.00003, true",
        "900, 0, 0.01, true",
        "900, 0, 0.0101, false"
    })
    void energy_is_power_times_interval_within_the_tolerance(
            int intervalSeconds, double powerKw, double energyKwh, boolean kept) {
        Reading reading = reading(START, Column.POWER_KW, powerKw, Column.ENERGY_KWH, energyKwh);
        assertThat(rulesBroken(window(channel(intervalSeconds), 1), reading))
                .isEqualTo(kept ? List.of() : List.of("energy-against-power"));
    }

    @ParameterizedTest
    @CsvSource({
        "POWER_FACTOR, 1.001, power-factor-range",
        "FREQUENCY_HZ, 0, frequency",
        "VOLTAGE_V_L2, 0, voltage-phase-range",
        "THD_CURRENT, 2000, distortion-current",
        "POWER_KW_L3, -0.4, power-phase-range"
    })
    void an_odd_side_value_becomes_null_and_the_energy_is_kept_as_suspect(Column column, double odd, String rule) {
        Reading reading = reading(START, Column.ENERGY_KWH, 1, Column.POWER_KW, 4, Column.VOLTAGE_V, 230,
                Column.POWER_FACTOR, 0.9, column, odd);
        Checked checked = check(window(1), reading);
        assertThat(checked.rejected()).isEmpty();
        Reading kept = checked.accepted().get(0);
        assertThat(kept.value(Column.ENERGY_KWH)).isEqualTo(1);
        assertThat(kept.value(Column.POWER_KW)).isEqualTo(4);
        assertThat(kept.has(column)).isFalse();
        assertThat(kept.quality()).isEqualTo(DataQuality.SUSPECT);
        assertThat(kept.method()).isEqualTo("partial: without " + column.sqlName());
        Rejected letter = checked.partial().get(0);
        assertThat(letter.rule()).isEqualTo(rule);
        assertThat(letter.columns()).containsExactly(column.sqlName());
        assertThat(letter.reason())
                .contains(column.sqlName() + " ")
                .endsWith("; the value is set aside, the rest of the reading is kept as suspect");
    }

    @ParameterizedTest
    @CsvSource({"1.05, true", "1.06, false", "-1.04, true", "-7, false"})
    void a_power_factor_far_beyond_its_limits_casts_doubt_on_the_whole_reading(double powerFactor, boolean kept) {
        Reading reading =
                reading(START, Column.ENERGY_KWH, 1, Column.POWER_KW, 4, Column.POWER_FACTOR, powerFactor);
        assertThat(check(window(1), reading).accepted()).hasSize(kept ? 1 : 0);
    }

    @Test
    void noise_beyond_a_limit_counts_as_the_limit() {
        Checked checked = check(window(1), reading(START, Column.ENERGY_KWH, -1e-10, Column.POWER_KW, 0));
        assertThat(checked.rejected()).isEmpty();
        assertThat(checked.partial()).isEmpty();
        assertThat(checked.accepted()).singleElement().satisfies(reading -> {
            assertThat(reading.value(Column.ENERGY_KWH)).isZero();
            assertThat(reading.quality()).isEqualTo(DataQuality.MEASURED);
        });
    }

    @Test
    void a_reading_of_which_no_value_is_left_is_set_aside_whole() {
        Checked checked = check(window(1), reading(START, Column.TEMPERATURE_C, 500));
        assertThat(checked.accepted()).isEmpty();
        assertThat(checked.partial()).isEmpty();
        assertThat(checked.rejected()).singleElement().extracting(Rejected::isPartial).isEqualTo(false);
    }

    @Test
    void zeros_are_real_values() {
        Reading zero = reading(
                START,
                Column.POWER_KW,
                0,
                Column.ENERGY_KWH,
                0,
                Column.CURRENT_A,
                0,
                Column.POWER_FACTOR,
                0,
                Column.VOLTAGE_V,
                230);
        assertThat(check(window(1), zero).accepted()).containsExactly(zero);
    }

    @Test
    void rules_are_listed_with_their_reasons_in_the_order_of_the_file() {
        assertThat(RULES.reasons()).hasSize(25).containsKeys("channel-known", "energy-against-power", "catch-up");
        assertThat(RULES.reasons().keySet()).startsWith("channel-known", "timestamp-present");
        assertThat(RULES.reasons().values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
    }
}
