package io.wattline.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackfillSettingsTest {

    @ParameterizedTest
    @CsvSource({"2, 4, 2", "8, 4, 3", "4, 4, 3", "2, 2, 1", "2, 1, 1", "1, 100, 1"})
    void live_polling_keeps_a_request_in_flight_to_itself(int parallel, int requestsInFlight, int workers) {
        assertThat(BackfillSettings.workers(parallel, requestsInFlight)).isEqualTo(workers);
    }

    @ParameterizedTest
    @CsvSource({"5, 60, 334", "5, 90, 223", "1, 1, 100000", "1000, 60, 2", "1000000, 90, 1", "2147483647, 90, 1"})
    void the_pace_is_never_above_the_share(int requestsPerSecond, int share, long millis) {
        assertThat(BackfillSettings.paceMillis(requestsPerSecond, share)).isEqualTo(millis);
    }
}
