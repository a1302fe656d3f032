package io.wattline.eniscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.field.FieldCatalogue;
import io.wattline.reading.CounterBins;
import io.wattline.reading.CounterRequest;
import io.wattline.reading.Counters;
import io.wattline.reading.Interval;
import io.wattline.reading.UnusableResponseException;
import io.wattline.source.SourceResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registers and totals out of the vendor's JSON, in kWh. */
class CounterCallsTest {

    private static final FieldCatalogue FIELDS = FieldCatalogue.load(Path.of("config/fields.yaml"));
    private static final Instant START = Instant.ofEpochSecond(1_780_000_200);

    private static final Interval RANGE = new Interval(START, START.plusSeconds(3600));
    private static final CounterCalls CALLS = new CounterCalls(FIELDS);

    private static CounterBins read(String json) {
        return read(json, CounterRequest.usage(61001, List.of("E", "Ex"), RANGE, Duration.ofMinutes(15)));
    }

    private static CounterBins read(String json, CounterRequest wanted) {
        return CALLS.bins(new SourceResponse(200, 1, json.getBytes(StandardCharsets.UTF_8)), wanted);
    }

    @Test
    void a_total_is_one_bin_and_a_register_names_the_resolution() {
        String range = "&daterange%5B%5D=1780000200&daterange%5B%5D=1780003800";
        assertThat(CALLS.request(CounterRequest.total(61001, List.of("E", "Ex"), RANGE)))
                .hasToString("GET readings/61001?fields%5B%5D=E&fields%5B%5D=Ex" + range + "&action=total");
        assertThat(CALLS.request(CounterRequest.total(61001, List.of(), RANGE))).as("energy alone")
                .hasToString("GET readings/61001?fields%5B%5D=E" + range + "&action=total");
        assertThat(CALLS.request(CounterRequest.usage(61001, List.of("E"), RANGE, Duration.ofHours(1))))
                .hasToString("GET readings/61001?fields%5B%5D=E" + range + "&res=3600&action=summarize");
        assertThat(CALLS.request(CounterRequest.register(61001, List.of("E"), RANGE, Duration.ofMinutes(15))))
                .hasToString("GET readings/61001?fields%5B%5D=E" + range + "&res=900&action=summarize&showCounters=1");
    }

    @Test
    void a_total_of_no_record_or_of_two_is_refused() {
        CounterRequest total = CounterRequest.total(61001, List.of("E"), RANGE);
        for (String records : List.of("", "{\"ts\":1780000200,\"E\":3},{\"ts\":1780001100,\"E\":3}")) {
            assertThatThrownBy(() ->
                            read("{\"channel\":61001,\"units\":{\"E\":\"Wh\"},\"records\":[" + records + "]}", total))
                    .isInstanceOf(UnusableResponseException.class)
                    .hasMessageContaining("energy of channel 61001")
                    .hasMessageContaining("allowed: one");
        }
        assertThat(read("{\"channel\":61001,\"units\":{\"E\":\"Wh\"},\"records\":[{\"E\":3000}]}", total)
                        .at(START))
                .as("without a timestamp")
                .contains(new Counters(3, Double.NaN));
    }

    @Test
    void counters_are_converted_from_the_units_of_the_answer_and_numbers_may_be_texts() {
        CounterBins answer = read(
                "{\"channel\":61001,\"resolution\":\"900\",\"units\":{\"E\":\"Wh\",\"Ex\":\"MWh\"},"
                        + "\"records\":[{\"ts\":1780000200,\"E\":\"1500\",\"Ex\":2,\"P\":7}],"
                        + "\"operatingHours\":[]}");
        assertThat(answer.resolutionSeconds()).isEqualTo(900);
        assertThat(answer.at(START)).contains(new Counters(1.5, 2000));
    }

    @Test
    void a_bin_of_nulls_has_no_register_and_a_channel_without_export_has_none() {
        CounterBins answer = read(
                "{\"units\":{\"E\":\"kWh\"},\"records\":[{\"ts\":1780000200,\"E\":3},{\"ts\":1780001100,\"E\":null}],"
                        + "\"channel\":61001,\"resolution\":900}");
        assertThat(answer.byStart()).containsOnlyKeys(START);
        assertThat(answer.at(START).orElseThrow()).returns(false, Counters::hasExport).returns(3.0, Counters::netKwh);
        assertThat(answer.at(START.plusSeconds(900))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{\"channel\":61002,\"records\":[]}",
                "{\"records\":[]}",
                "{\"channel\":61001,\"units\":{},\"resolution\":900,\"records\":[{\"ts\":1"
            })
    void what_is_no_response_of_this_channel_is_refused(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(UnusableResponseException.class)
                .hasMessageContaining("energy of channel 61001");
    }

    @Test
    void an_unknown_unit_is_refused_and_named() {
        assertThatThrownBy(() -> read(
                        "{\"channel\":61001,\"units\":{\"E\":\"furlong\"},\"records\":[{\"ts\":1780000200,\"E\":3}]}"))
                .isInstanceOf(UnusableResponseException.class)
                .hasMessageContaining("furlong")
                .hasMessageContaining("kWh");
    }
}
