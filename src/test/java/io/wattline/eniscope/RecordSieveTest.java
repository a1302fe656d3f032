package io.wattline.eniscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.source.ExpectedRecords;
import io.wattline.source.RefusedException;
import io.wattline.source.SourceRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link RecordSieve} leaves out, and that everything else stays as it came. */
class RecordSieveTest {

    private static final int BYTES_MAX = 100_000;
    private static final long START = 1_767_225_600;
    private static final SourceRequest REQUEST = SourceRequest.get("readings/1", "", "channel 1")
            .expecting(ExpectedRecords.of(Instant.ofEpochSecond(START), Instant.ofEpochSecond(START + 3600)));

    private static RecordSieve sieve(String body) {
        return new RecordSieve(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), REQUEST, BYTES_MAX);
    }

    private static String read(String body) throws IOException {
        return new String(sieve(body).read(), StandardCharsets.UTF_8);
    }

    private static String records(long first, int count) {
        return IntStream.range(0, count).mapToObj(i -> "{\"ts\":" + (first + i) + ",\"E\":1.50e0}")
                .collect(Collectors.joining(","));
    }

    @Test
    void a_response_within_the_window_stays_byte_for_byte() throws IOException {
        String body = "{\"channel\":1,\"units\":{\"E\":\"Wh\"},\"records\":[" + records(START, 60)
                + "],\"operatingHours\":[]}";
        assertThat(read(body)).isEqualTo(body);
    }

    @Test
    void records_of_a_whole_history_are_dropped_but_for_the_first_ten() throws IOException {
        RecordSieve sieve = sieve("{\"recordCount\":\"38004\",\"records\":[" + records(START - 50_000, 38_000) + ","
                + records(START, 4) + "],\"channel\":1}");
        assertThat(new String(sieve.read(), StandardCharsets.UTF_8))
                .isEqualTo("{\"records\":[" + records(START - 50_000, RecordSieve.OUTSIDE_KEPT) + ","
                        + records(START, 4) + "],\"channel\":1,\"recordCount\":14}");
        assertThat(sieve.leftOut()).isEqualTo(37_990);
    }

    @Test
    void what_is_no_whole_JSON_stays_as_it_came() throws IOException {
        String records = records(START, 30);
        for (String body : new String[] {
            "", "<html>maintenance</html>", "[]", "{\"channel\":1,\"records\":[" + records,
            "{\"channel\":1,\"records\":[" + records + ",{\"ts\":", "{\"channel\":1,\"records\":[" + records + "]} more"
        }) {
            assertThat(read(body)).isEqualTo(body);
        }
    }

    @Test
    void more_records_than_requested_are_refused() {
        assertTooLarge("{\"records\":[" + records(START, 1) + ",{}".repeat(300) + "]}", "over 220 records");
    }

    @Test
    void an_endless_value_a_large_body_and_endless_white_space_are_refused() {
        assertTooLarge("{\"name\":\"" + "n".repeat(2_000_000) + "\"}", "value or record of over 262144 bytes");
        assertTooLarge("{\"n\":" + "1".repeat(2_000_000) + "}", "value or record of over 262144 bytes");
        assertTooLarge(" ".repeat(2_000_000), "value or record of over 262144 bytes");
        String part = "\"p\":\"" + "n".repeat(60_000) + "\"";
        assertTooLarge("{" + part + "," + part + "}", "is over 100000 bytes");
        assertTooLarge("no JSON" + "n".repeat(200_000), "is over 100000 bytes");
    }

    private static void assertTooLarge(String body, String found) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(found)
                .extracting(thrown -> ((RefusedException) thrown).reason())
                .isEqualTo(RefusedException.Reason.TOO_LARGE);
    }
}
