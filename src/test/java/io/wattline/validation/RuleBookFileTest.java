package io.wattline.validation;

import static io.wattline.eniscope.ResponseSamples.START;
import static io.wattline.eniscope.ResponseSamples.reading;
import static io.wattline.eniscope.ResponseSamples.window;
import static io.wattline.validation.RuleBookTest.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.channel.Channel;
import io.wattline.eniscope.ResponseSamples;
import io.wattline.reading.Column;
import io.wattline.reading.DataQuality;
import io.wattline.reading.Reading;
import io.wattline.yaml.YamlFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Overrides, versions and broken files. */
class RuleBookFileTest {

    private static final String SHIPPED = ResponseSamples.text("config/rules.yaml");

    private static RuleBook with(String overrides) {
        return RuleBook.parse(
                "config/rules.yaml",
                SHIPPED.substring(0, SHIPPED.indexOf("\noverrides:")) + "\noverrides:\n" + overrides);
    }

    private static boolean keeps(RuleBook rules, Channel channel, Reading reading) {
        return rules.check(List.of(reading), window(channel, 1), Optional.empty(), CLOCK).rejected().isEmpty();
    }

    private static Channel channel(int id, String organization, String deviceType) {
        return new Channel(id, "X", organization, deviceType, Duration.ofMinutes(15), null, null);
    }

    private static Reading power(int id, double kw) {
        Reading reading = reading(START, Column.POWER_KW, kw);
        return new Reading(id, START, reading.values(), DataQuality.MEASURED, null, null, null);
    }

    @Test
    void a_channel_that_exports_may_be_negative_by_its_settings() {
        RuleBook rules =
                with("  - {for: {channel: 5}, rules: {power-range: {min: -1000}, energy-range: {min: -10000}}}\n");
        Reading solar = reading(START, Column.POWER_KW, -4, Column.ENERGY_KWH, -1);
        Reading of5 = new Reading(5, START, solar.values(), DataQuality.MEASURED, null, null, null);
        Reading of6 = new Reading(6, START, solar.values(), DataQuality.MEASURED, null, null, null);
        assertThat(keeps(rules, channel(5, null, null), of5)).isTrue();
        assertThat(keeps(rules, channel(6, null, null), of6)).isFalse();
    }

    @Test
    void a_solar_meter_may_feed_in_by_the_rules_as_shipped() {
        Reading noon = reading(START, Column.POWER_KW, -4, Column.ENERGY_KWH, 0.001, Column.ENERGY_EXPORT_KWH, 1.001);
        RuleBook shipped = RuleBook.parse("config/rules.yaml", SHIPPED);
        assertThat(keeps(
                        shipped,
                        new Channel(61001, "PV", null, null, "solar meter", Duration.ofMinutes(15), null, null),
                        noon))
                .isTrue();
        assertThat(keeps(
                        shipped,
                        new Channel(61001, "MAIN", null, null, "grid meter", Duration.ofMinutes(15), null, null),
                        noon))
                .isFalse();
    }

    @Test
    void the_frequency_is_near_what_the_site_has() {
        RuleBook rules = with("  - {for: {organization: 90002}, rules: {frequency: {near: [60]}}}\n");
        Reading fifty = reading(START, Column.FREQUENCY_HZ, 50);
        assertThat(keeps(rules, channel(61001, "90002", null), fifty)).isFalse();
        assertThat(keeps(rules, channel(61001, "90003", null), fifty)).isTrue();
        assertThat(keeps(rules, channel(61001, null, null), fifty)).isTrue();
    }

    /** In the file from the most to the least specific, so that the order of the file would give the wrong answer. */
    @ParameterizedTest
    @CsvSource({
        "5, 90002, 20, 50",
        "6, 90002, 20, 40",
        "6, 90002, 21, 10",
        "6, 90003, 20, 30",
        "5, 90003, 20, 50",
        "6, 90003, 21, 1000"
    })
    void the_most_specific_override_wins(int id, String organization, String deviceType, double maxKw) {
        RuleBook rules = with("""
                  - {for: {channel: 5}, rules: {power-range: {max: 50}}}
                  - {for: {organization: 90002, device-type: 20}, rules: {power-range: {max: 40}}}
                  - {for: {device-type: 20}, rules: {power-range: {max: 30}}}
                  - {for: {organization: 90002}, rules: {power-range: {max: 20}}}
                  - {for: {organization: 90002}, rules: {power-range: {max: 10}}}
                """);
        assertThat(keeps(rules, channel(id, organization, deviceType), power(id, maxKw))).isTrue();
        assertThat(keeps(rules, channel(id, organization, deviceType), power(id, maxKw + 1e-5))).isFalse();
    }

    @Test
    void an_override_changes_only_what_it_says() {
        RuleBook rules = with("  - {for: {channel: 5}, rules: {power-range: {max: 50}}}\n");
        assertThat(keeps(rules, channel(5, null, null), power(5, -1))).isFalse();
    }

    @Test
    void a_rule_can_be_switched_off_for_some() {
        RuleBook rules = with("  - {for: {channel: 5}, rules: {power-range: {enabled: false}}}\n");
        assertThat(keeps(rules, channel(5, null, null), power(5, 5000))).isTrue();
        assertThat(keeps(rules, channel(6, null, null), power(6, 5000))).isFalse();
    }

    @Test
    void without_the_rule_catch_up_energy_after_a_gap_is_judged_like_any_other() {
        RuleBook rules = with("  - {for: {channel: 61001}, rules: {catch-up: {enabled: false}}}\n");
        Reading late = reading(START, Column.POWER_KW, 4, Column.ENERGY_KWH, 10);
        assertThat(rules.check(List.of(late), window(1), Optional.of(START.minusSeconds(9000)), CLOCK)
                        .rejected())
                .hasSize(1);
    }

    @Test
    void the_version_follows_what_the_rules_say_and_not_how_it_is_written() {
        String version = RuleBook.parse("r", SHIPPED).version();
        assertThat(version).matches("[0-9a-f]{12}");
        assertThat(RuleBook.parse("r", "# a comment\n" + SHIPPED.replace("max: 1000\n", "max:    1000 # kW\n"))
                        .version())
                .isEqualTo(version);
        assertThat(RuleBook.parse("r", SHIPPED.replace("max: 1000\n", "max: 1001\n")).version()).isNotEqualTo(version);
    }

    @Test
    void a_length_of_time_is_written_as_in_every_other_file() {
        assertThat(RuleBook.parse("r", "rules:\n  future: {check: timestamp-not-future, tolerance: 7d, reason: r}\n"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "power-range: {check: range, columns: [power_kw], min: 0, reason: r} | no entry 'max'",
                "power-range: {check: range, columns: [power_kw], min: 0, max: lots, reason: r} | found 'lots';"
                        + " allowed: a finite number",
                "power-range: {check: range, columns: [power_kw], min: 2, max: 1, reason: r} | min 2 above max 1",
                "power-range: {check: range, columns: [power], min: 0, max: 1, reason: r} | found 'power'; allowed: a"
                        + " value column",
                "power-range: {check: range, columns: power_kw, min: 0, max: 1, reason: r} | found no list",
                "power-range: {check: range, columns: [power_kw], min: 0, max: 1} | no entry 'reason'",
                "power-range: {check: range, columns: [power_kw], min: 0, max: 1, reason: r, mx: 2} | unknown key 'mx'",
                "power-range: {check: rnge, reason: r} | found 'rnge'; allowed: one of [channel-known,",
                "power-range: {reason: r} | no entry 'check'",
                "future: {check: timestamp-not-future, tolerance: soon, reason: r} | such as 500ms, 30s, 15m, 2h,"
                        + " 7d",
                "f: {check: near, columns: [frequency_hz], near: [], within: 3, reason: r} | no nominal value",
                "f: {check: near, columns: [frequency_hz], near: [50], within: -3, reason: r} | 0 or more",
                "c: {check: catch-up, factor: 1, idle-kwh: 0, power-max-kw: 1, peak-factor: 2, reason: r} | above 1",
                "e: {check: energy-against-power, tolerance: 0.5, idle-kwh: 0, reason: r, enabled: yes} | true or false"
            })
    void a_broken_rule_is_named_with_its_line(String rule, String complaint) {
        assertThatThrownBy(() -> RuleBook.parse("config/rules.yaml", "rules:\n  " + rule + "\n"))
                .isInstanceOf(YamlFileException.class)
                .hasMessageContainingAll("config/rules.yaml, line 2:", complaint, "nothing of the file was loaded");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{for: {channel: 5}, rules: {power: {max: 1}}} | unknown rule 'power'",
        "{for: {channel: 5}, rules: {power-range: {maximum: 1}}} | unknown key 'maximum'",
        "{for: {channel: 5}, rules: {power-range: {check: near}}} | unknown key 'check'",
        "{for: {channel: 5}, rules: {power-range: {max: -1}}} | above max -1",
        "{for: {site: 5}, rules: {power-range: {max: 1}}} | unknown key 'site'",
        "{for: {}, rules: {power-range: {max: 1}}} | for all channels change the rule itself",
        "{rules: {power-range: {max: 1}}} | no entry 'for'"})
    void a_broken_override_is_found_when_the_file_is_loaded(String override, String complaint) {
        assertThatThrownBy(() -> with("  - " + override + "\n"))
                .isInstanceOf(YamlFileException.class)
                .hasMessageContainingAll("config/rules.yaml, line ", complaint);
    }

    @Test
    void a_length_of_time_may_be_given_in_days() {
        assertThat(RuleBook.parse("rules.yaml", "rules: {future: {check: timestamp-not-future, tolerance: 7d, reason: "
                + "r}}")
                        .version())
                .hasSize(12);
    }
}
