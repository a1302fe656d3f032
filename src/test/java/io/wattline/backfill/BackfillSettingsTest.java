package io.wattline.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Cron;
import io.wattline.settings.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackfillSettingsTest {

    private static BackfillSettings with(String key, int value) {
        return Settings.defaults(BackfillSettings.class, Map.of(key, String.valueOf(value)));
    }

    @Test
    void the_defaults_leave_the_larger_part_of_the_connections_to_live_polling() {
        assertThat(Settings.defaults(BackfillSettings.class, Map.of()))
                .isEqualTo(new BackfillSettings(
                        60, 2, new Cron("0/5 * * * * ?"), new Cron("30 0/10 * * * ?"), Duration.ofMinutes(2), 8));
    }

    @Test
    void every_key_sets_its_value() {
        Map<String, String> values = Map.of(
                "backfill.share",
                "30",
                "backfill.parallel",
                "3",
                "backfill.look.cron",
                "1 * * * * ?",
                "backfill.gaps.cron",
                "2 * * * * ?",
                "backfill.lease",
                "5m",
                "backfill.attempts",
                "4");
        assertThat(Settings.defaults(BackfillSettings.class, values))
                .isEqualTo(new BackfillSettings(
                        30, 3, new Cron("1 * * * * ?"), new Cron("2 * * * * ?"), Duration.ofMinutes(5), 4));
    }

    @ParameterizedTest
    @CsvSource({"2, 4, 2", "8, 4, 3", "4, 4, 3", "2, 2, 1", "2, 1, 1", "1, 100, 1"})
    void live_polling_keeps_a_request_in_flight_to_itself(int parallel, int requestsInFlight, int workers) {
        assertThat(with("backfill.parallel", parallel).workers(requestsInFlight)).isEqualTo(workers);
    }

    @ParameterizedTest
    @CsvSource({"5, 60, 334", "5, 90, 223", "1, 1, 100000", "1000, 60, 2", "1000000, 90, 1", "2147483647, 90, 1"})
    void the_request_rate_is_never_above_the_share(int requestsPerSecond, int share, long millis) {
        assertThat(with("backfill.share", share).paceMillis(requestsPerSecond)).isEqualTo(millis);
    }
}
