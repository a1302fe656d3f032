package io.wattline.eniscope;

import static io.wattline.eniscope.ResponseSamples.NORMALISER;
import static io.wattline.eniscope.ResponseSamples.START;
import static io.wattline.eniscope.ResponseSamples.answer;
import static io.wattline.eniscope.ResponseSamples.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.wattline.channel.Channel;
import io.wattline.reading.CoarsenedResponseException;
import io.wattline.reading.Column;
import io.wattline.reading.Page;
import io.wattline.reading.DataQuality;
import io.wattline.reading.Reading;
import io.wattline.reading.Rejected;
import io.wattline.reading.UnusableResponseException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliserTest {

    private static final long TS = START.getEpochSecond();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | an empty body",
        "'   ' | an empty body",
        "<html><body>Maintenance</body></html> | begins with '<html>",
        "Invalid Parameter | begins with 'Invalid Parameter'",
        "[] | no object with readings",
        "\"Invalid Parameter\" | no object with readings",
        "null | no object with readings",
        "{} | does not name its channel",
        "{\"channel\":61001,\"records\":[]} | does not name its resolution",
        "{\"channel\":61001,\"resolution\":null,\"records\":[]} | does not name its resolution",
        "{\"channel\":61001,\"resolution\":900} | has no array 'records'",
        "{\"channel\":61001,\"resolution\":900,\"records\":null} | has no array 'records'",
        "{\"channel\":61001,\"resolution\":900,\"records\":{}} | has no array 'records'",
        "{\"channel\":61002,\"resolution\":900,\"records\":[]} | is of channel 61002",
        "{\"channel\":61001,\"resolution\":900,\"records\":[]}<br> | not complete JSON",
        "{\"channel\":61001,\"resolution\":900,\"records\":[]}{} | there is text after",
        "{\"channel\":61001,\"resolution\":900,\"recordCount\":2,\"records\":[{\"ts\":1767225600}]} | announces 2 "
                + "records and has 1",
        "{\"channel\":61001,\"resolution\":900,\"records\":[{\"ts\":1767225600,\"E\":NaN}]} | not complete JSON"})
    void an_answer_that_cannot_be_trusted_is_an_exception_that_names_channel_and_window(String body, String complaint) {
        assertThatThrownBy(() -> NORMALISER.normalise(bytes(body), window(4)))
                .isInstanceOf(UnusableResponseException.class)
                .hasMessageContainingAll(
                        complaint,
                        "Channel 61001 'MAIN', window [2026-01-01T00:00:00Z, " + "2026-01-01T01:00:00Z)",
                        "nothing of this window is kept");
    }

    @Test
    void an_answer_cut_off_at_any_byte_is_unusable() {
        byte[] whole = answer("{\"ts\":" + TS + ",\"E\":1300.25,\"note\":\"ü\"}");
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> NORMALISER.normalise(cut, window(4)))
                    .as("%d bytes", length)
                    .isInstanceOf(UnusableResponseException.class);
        }
        assertThat(NORMALISER.normalise(whole, window(4)).readings()).hasSize(1);
    }

    @Test
    void bins_of_another_length_than_asked_for_are_never_taken() {
        byte[] coarse = bytes("{\"channel\":61001,\"resolution\":1800,\"units\":{},\"records\":[]}");
        assertThatThrownBy(() -> NORMALISER.normalise(coarse, window(4)))
                .isInstanceOfSatisfying(CoarsenedResponseException.class, e -> assertThat(e.foundSeconds())
                        .isEqualTo(1800))
                .hasMessageContaining("requested bins of 900 s, the " + "response has bins of 1800 s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"abc\"",
                "\"NaN\"",
                "\"Infinity\"",
                "\"0x10\"",
                "\"12d\"",
                "\"1,300\"",
                "true",
                "[1]",
                "{\"v\":1}",
                "1e999",
                "\"1e999\""
            })
    void a_value_that_is_no_finite_number_sets_the_reading_aside(String value) {
        Page page = NORMALISER.normalise(answer("{\"ts\":" + TS + ",\"E\":" + value + ",\"P\":5200}"), window(4));
        assertThat(page.readings()).isEmpty();
        assertThat(page.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.rule()).isEqualTo("readable");
            assertThat(rejected.reason())
                    .contains(
                            "Channel 61001 'MAIN', 2026-01-01T00:00:00Z: field E is ",
                            "allowed is a finite number or null",
                            "set aside");
            assertThat(rejected.payload()).contains("\"E\":" + value + ",");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1300.25, 1.30025",
        "'\"1300.25\"', 1.30025",
        "'\" 1300.25 \"', 1.30025",
        "-0.5, -0.0005",
        "1e-7, 1e-10",
        "0, 0",
        "12345678901234567890, 12345678901234567.89"
    })
    void numbers_may_come_as_texts(String written, double energyKwh) {
        Page page = NORMALISER.normalise(answer("{\"ts\":\"" + TS + "\",\"E\":" + written + "}"), window(4));
        assertThat(page.readings().get(0).value(Column.ENERGY_KWH)).isCloseTo(energyKwh, withinPercentage(1e-13));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"2026-01-01T00:00:00Z\"", "1767225600.5", "true", "[]", "1e300"})
    void a_record_without_a_timestamp_in_seconds_is_set_aside(String ts) {
        Page page = NORMALISER.normalise(answer("{\"ts\":" + ts + ",\"E\":1}"), window(4));
        assertThat(page.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.rule()).isEqualTo("timestamp-present");
            assertThat(rejected.timestamp()).isNull();
        });
    }

    @Test
    void a_timestamp_in_milliseconds_is_no_time_in_seconds() {
        Page page = NORMALISER.normalise(answer("{\"ts\":" + TS * 1000 + ",\"E\":1}"), window(4));
        assertThat(page.rejected()).singleElement().extracting(Rejected::rule).isEqualTo("timestamp-present");
    }

    @Test
    void the_window_is_half_open() {
        Page page = NORMALISER.normalise(
                answer(
                        "{\"ts\":" + (TS - 900) + ",\"E\":1}",
                        "{\"ts\":" + TS + ",\"E\":2}",
                        "{\"ts\":" + (TS + 2700) + ",\"E\":3}",
                        "{\"ts\":" + (TS + 3600) + ",\"E\":4}"),
                window(4));
        assertThat(page.readings()).extracting(Reading::start).containsExactly(START, START.plusSeconds(2700));
        assertThat(page.rejected()).extracting(Rejected::rule).containsOnly("timestamp-in-window").hasSize(2);
    }

    @Test
    void a_null_bin_is_no_reading_no_reject_and_no_zero() {
        Page page = NORMALISER.normalise(
                answer(
                        "{\"ts\":" + TS + ",\"E\":null,\"P\":null}",
                        "{\"ts\":" + (TS + 900) + "}",
                        "{\"ts\":" + (TS + 901) + ",\"E\":null}"),
                window(4));
        assertThat(page.readings()).isEmpty();
        assertThat(page.rejected()).isEmpty();
        assertThat(page.nullBins()).isEqualTo(2);
    }

    @Test
    void records_of_one_slot_are_joined_and_the_record_with_fewer_values_is_set_aside_where_they_differ() {
        Page page = NORMALISER.normalise(
                answer(
                        "{\"ts\":" + TS + ",\"E\":1000,\"P\":4000,\"x\":1}",
                        "{\"ts\":" + TS + ",\"E\":null,\"P\":null}",
                        "{\"ts\":" + TS + ",\"E\":1100,\"P\":null,\"y\":2}",
                        "{\"ts\":" + TS + ",\"V\":230}"),
                window(4));
        Reading reading = page.readings().get(0);
        assertThat(page.readings()).hasSize(1);
        assertThat(reading.value(Column.ENERGY_KWH)).isEqualTo(1);
        assertThat(reading.value(Column.POWER_KW)).isEqualTo(4);
        assertThat(reading.value(Column.VOLTAGE_V)).isEqualTo(230);
        assertThat(reading.method()).isEqualTo("partial: without another record of the slot");
        assertThat(page.rejected()).singleElement().satisfies(loser -> {
            assertThat(loser.rule()).isEqualTo("conflicting-record");
            assertThat(loser.columns()).containsExactly("energy_kwh");
            assertThat(loser.reason()).contains("energy_kwh 1.1 here and 1 in the one that is kept");
            assertThat(loser.payload()).contains("\"E\":1100");
        });
        assertThat(reading.raw()).isEqualTo("{\"x\":1}");
        assertThat(page.nullBins()).isZero();
        assertThat(page.doubled()).isEqualTo(2);
    }

    @Test
    void the_order_of_records_of_one_slot_makes_no_difference() {
        String[] records = {
            "{\"ts\":" + TS + ",\"E\":1000,\"P\":4000}",
            "{\"ts\":" + TS + ",\"E\":1200,\"P\":4000}",
            "{\"ts\":" + TS + ",\"E\":1100,\"P\":4000}"
        };
        for (int[] order : new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
            Page page = NORMALISER.normalise(
                    answer(records[order[0]], records[order[1]], records[order[2]]), window(4));
            assertThat(page.readings().get(0).value(Column.ENERGY_KWH)).isEqualTo(1.2);
            assertThat(page.rejected()).extracting(Rejected::payload)
                    .satisfiesExactly(
                            more -> assertThat(more).contains("\"E\":1100"),
                            least -> assertThat(least).contains("\"E\":1000"));
        }
    }

    @Test
    void records_of_one_slot_that_complete_each_other_are_no_contradiction() {
        Page page = NORMALISER.normalise(
                answer("{\"ts\":" + TS + ",\"E\":1000}", "{\"ts\":" + TS + ",\"P\":4000,\"E\":1000.0}"), window(4));
        assertThat(page.rejected()).isEmpty();
        assertThat(page.readings().get(0).quality()).isEqualTo(DataQuality.MEASURED);
    }

    @Test
    void a_bad_double_does_not_take_the_good_record_with_it() {
        Page page = NORMALISER.normalise(
                answer("{\"ts\":" + TS + ",\"E\":1000}", "{\"ts\":" + TS + ",\"E\":\"?\"}"), window(4));
        assertThat(page.readings()).hasSize(1);
        assertThat(page.rejected()).hasSize(1);
    }

    @Test
    void an_unknown_unit_of_a_column_sets_the_reading_aside_but_not_where_the_value_is_null() {
        Page page = NORMALISER.normalise(
                answer("{\"E\":\"BTU\",\"P\":\"W\"}", new String[] {
                    "{\"ts\":" + TS + ",\"E\":1,\"P\":4}", "{\"ts\":" + (TS + 900) + ",\"E\":null,\"P\":4}"
                }),
                window(4));
        assertThat(page.readings()).hasSize(1);
        assertThat(page.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.rule()).isEqualTo("unit-known");
            assertThat(rejected.reason()).contains("field E is in unit 'BTU', which cannot be converted to kWh; known "
                    + "are [", "(rule unit-known, config/fields.yaml); set aside");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "{\"E\":null}", "{\"E\":{}}"})
    void a_value_without_a_unit_is_not_guessed(String units) {
        Page page = NORMALISER.normalise(answer(units, new String[] {"{\"ts\":" + TS + ",\"E\":1}"}), window(4));
        assertThat(page.rejected()).singleElement().satisfies(rejected -> assertThat(rejected.reason())
                .contains("field E comes without a unit"));
    }

    @Test
    void codes_without_a_column_are_kept_as_they_arrive_and_counted() {
        String record = "{\"ts\":" + TS + ",\"Med\":1.50,\"E\":1,\"wph\": {\"a\" : [1, "
                + "\"}\"]},\"Stat\":null,\"s\":\"a\\\"b\\u00e9ü\"}";
        Page page = NORMALISER.normalise(answer(record), window(4));
        assertThat(page.readings().get(0).raw()).isEqualTo("{\"Med\":1.50,\"wph\": {\"a\" : [1, "
                + "\"}\"]},\"s\":\"a\\\"b\\u00e9ü\"}");
        assertThat(page.unknownFields()).containsOnlyKeys("Med", "wph", "s").containsEntry("Med", 1);
        assertThat(page.readings().get(0).source().text()).isEqualTo(record);
    }

    @Test
    void what_postgresql_refuses_in_jsonb_is_replaced() {
        Page page = NORMALISER.normalise(answer("{\"ts\":" + TS + ",\"E\":1,\"s\":\"\\u0000 \\\\u0000 \\ud83d\\ude00 "
                + "\\ud83d \\ude00\"}"), window(4));
        assertThat(page.readings().get(0).raw()).isEqualTo("{\"s\":\"\\ufffd \\\\u0000 \\ud83d\\ude00 \\ufffd "
                + "\\ufffd\"}");
    }

    @Test
    void of_two_codes_for_one_column_the_first_that_the_answer_names_takes_it() {
        String[] both = {"{\"ts\":" + TS + ",\"THDI\":9,\"D\":7}"};
        Reading reading = NORMALISER
                .normalise(answer("{\"D\":\"%\",\"THDI\":\"%\"}", both), window(4))
                .readings()
                .get(0);
        assertThat(reading.value(Column.THD_CURRENT)).isEqualTo(7);
        assertThat(reading.raw()).isEqualTo("{\"THDI\":9}");
        Reading other = NORMALISER
                .normalise(answer("{\"THDI\":\"%\"}", new String[] {"{\"ts\":" + TS + ",\"THDI\":9}"}), window(4))
                .readings()
                .get(0);
        assertThat(other.value(Column.THD_CURRENT)).isEqualTo(9);
    }

    @Test
    void a_code_that_nobody_asked_for_or_knows_makes_no_reading_of_a_row_of_nulls() {
        Page page = NORMALISER.normalise(answer("{\"ts\":" + TS + ",\"E\":null,\"P\":null,\"XQ9\":3}"), window(4));
        assertThat(page.readings()).isEmpty();
        assertThat(page.nullBins()).isEqualTo(1);
        assertThat(page.unknownFields()).containsEntry("XQ9", 1);
    }

    @Test
    void a_byte_order_mark_shifts_nothing() {
        byte[] plain = answer("{\"ts\":" + TS + ",\"E\":1,\"Med\":2}");
        Page page = NORMALISER.normalise(bytes("\ufeff" + new String(plain, StandardCharsets.UTF_8)), window(4));
        assertThat(page.readings().get(0).source().text()).isEqualTo("{\"ts\":" + TS + ",\"E\":1,\"Med\":2}");
        assertThat(page.readings().get(0).raw()).isEqualTo("{\"Med\":2}");
    }

    @Test
    void names_from_outside_cannot_forge_log_lines() {
        Channel channel =
                new Channel(61001, "MAIN\n2026 ERROR\u001b[31m\u202e", null, null, Duration.ofMinutes(15), null, null);
        assertThatThrownBy(() -> NORMALISER.normalise(bytes("<a>\r\nERROR"), window(channel, 1)))
                .message()
                .contains("Channel 61001 'MAIN2026 ERROR[31m'", "'<a>ERROR'")
                .doesNotContain("\n", "\r", "\u001b", "\u202e");
    }
}
