package io.wattline.eniscope;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.reading.Counters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registers and totals out of the vendor's JSON, in kWh. */
class CounterResponseTest {

    private static final FieldCatalogue FIELDS = FieldCatalogue.load(Path.of("config/fields.yaml"));
    private static final Instant START = Instant.ofEpochSecond(1_780_000_200);

    private static Optional<CounterResponse> read(String json) {
        return CounterResponse.read(json.getBytes(StandardCharsets.UTF_8), 61001, FIELDS);
    }

    @Test
    void counters_are_converted_from_the_units_of_the_answer_and_numbers_may_be_texts() {
        CounterResponse answer = read("{\"channel\":61001,\"resolution\":\"900\",\"units\":{\"E\":\"Wh\",\"Ex\":\"MWh\"},\"records\":[{\"ts\":1780000200,\"E\":\"1500\",\"Ex\":2,\"P\":7}],"
                + "\"operatingHours\":[]}").orElseThrow();
        assertThat(answer.resolutionSeconds()).isEqualTo(900);
        assertThat(answer.at(START)).contains(new Counters(1.5, 2000));
    }

    @Test
    void a_bin_of_nulls_has_no_register_and_a_channel_without_export_has_none() {
        CounterResponse answer = read("{\"units\":{\"E\":\"kWh\"},\"records\":[{\"ts\":1780000200,\"E\":3},{\"ts\":1780001100,\"E\":null}],\"channel\":61001,\"resolution\":900}").orElseThrow();
        assertThat(answer.byStart()).containsOnlyKeys(START);
        assertThat(answer.at(START).orElseThrow()).returns(false, Counters::hasExport).returns(3.0, Counters::netKwh);
        assertThat(answer.at(START.plusSeconds(900))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"channel\":61002,\"records\":[]}", "{\"records\":[]}", "{\"channel\":61001,\"units\":{},\"resolution\":900,\"records\":[{\"ts\":1"})
    void what_is_no_answer_of_this_channel_is_none(String body) {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void an_unknown_unit_is_no_number() {
        assertThat(read("{\"channel\":61001,\"units\":{\"E\":\"furlong\"},\"records\":[{\"ts\":1780000200,\"E\":3}]}").orElseThrow().byStart()).isEmpty();
    }
}
