package io.wattline.eniscope;

import static io.wattline.eniscope.ResponseSamples.NORMALISER;
import static io.wattline.eniscope.ResponseSamples.START;
import static io.wattline.eniscope.ResponseSamples.answer;
import static io.wattline.eniscope.ResponseSamples.channel;
import static io.wattline.eniscope.ResponseSamples.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.field.FieldCatalogue;
import io.wattline.reading.Column;
import io.wattline.reading.Interval;
import io.wattline.reading.Page;
import io.wattline.reading.UnusableResponseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayedResponseTest {

    private static Page replay(String payload) {
        ReplayedResponse replayed =
                ReplayedResponse.of(payload, id -> id == 61001 ? Optional.of(channel(3600)) : Optional.empty(), 7);
        return NORMALISER.normalise(replayed.response(), replayed.window());
    }

    private static Page faults() throws IOException {
        return NORMALISER.normalise(Files.readAllBytes(Path.of("src/test/resources/reading/faults.json")), window(8));
    }

    @Test
    void every_reading_comes_back_the_same_from_its_payload_merged_ones_included() throws IOException {
        Page page = faults();
        assertThat(page.doubled()).isPositive();
        assertThat(page.readings()).allSatisfy(reading -> {
            Page again = replay(reading.payload());
            assertThat(again.rejected()).isEmpty();
            assertThat(again.readings()).singleElement().satisfies(same -> {
                assertThat(same.start()).isEqualTo(reading.start());
                assertThat(same.values()).isEqualTo(reading.values());
                assertThat(same.raw()).isEqualTo(reading.raw());
            });
        });
    }

    @Test
    void what_cannot_be_read_is_set_aside_again_for_the_same_reasons() throws IOException {
        Page page = faults();
        assertThat(page.rejected())
                .filteredOn(rejected -> !rejected.rule().equals("timestamp-in-window") && !rejected.isPartial())
                .hasSize(4)
                .allSatisfy(rejected -> {
                    Page again = replay(rejected.payload());
                    assertThat(again.readings()).isEmpty();
                    assertThat(again.rejected()).containsExactly(rejected);
                });
    }

    @Test
    void a_unit_that_has_become_known_lets_the_reading_through() {
        Page page = NORMALISER.normalise(
                answer("{\"E\":\"Btu\"}", new String[] {"{\"ts\":" + START.getEpochSecond() + ",\"E\":3412.14}"}),
                window(4));
        ReplayedResponse replayed =
                ReplayedResponse.of(page.rejected().get(0).payload(), id -> Optional.of(channel(900)), 7);
        Normaliser taught = new Normaliser(FieldCatalogue.parse(
                "f",
                ResponseSamples.text("config/fields.yaml").replace("  kWh:      {", "  kWh:      {Btu: 1/3412.14, ")));
        assertThat(taught.normalise(replayed.response(), replayed.window())
                        .readings()
                        .get(0)
                        .value(Column.ENERGY_KWH))
                .isEqualTo(1);
    }

    @Test
    void the_window_is_the_slot_of_the_record_in_the_resolution_of_the_payload() {
        ReplayedResponse replayed = ReplayedResponse.of(
                "{\"channel\":61001,\"resolution\":900,\"units\":{\"ts\":\"Unix "
                        + "Time\",\"E\":\"Wh\"},\"records\":[{\"ts\":1767225901,\"E\":1}]}",
                id -> Optional.of(channel(3600)),
                7);
        assertThat(replayed.window().interval()).isEqualTo(new Interval(START, START.plusSeconds(900)));
        assertThat(replayed.window().channel().interval()).isEqualTo(Duration.ofMinutes(15));
        assertThat(replayed.window().fields()).containsExactly("E");
        assertThat(replayed.window().runId()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"channel\":61001}",
                "{\"channel\":61001,\"resolution\":0}",
                "{\"channel\":61001,\"resolution\":900,\"units\":{},\"records\":[",
                "{\"channel\":9,\"resolution\":900,\"units\":{},\"records\":[]}"
            })
    void a_payload_that_cannot_be_replayed_stays_as_it_is(String payload) {
        assertThatThrownBy(() -> replay(payload))
                .isInstanceOf(UnusableResponseException.class)
                .hasMessageContaining("stays as it is");
    }
}
