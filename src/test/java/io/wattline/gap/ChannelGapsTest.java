package io.wattline.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChannelGapsTest {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private static Gap gap(int channelId, int hour, int slots, String reason, Instant nextAttemptAt) {
        Instant start = START.plus(Duration.ofHours(hour));
        return new Gap(
                hour,
                channelId,
                "c" + channelId,
                start,
                start.plus(Duration.ofMinutes(15L * slots)),
                slots,
                reason,
                start,
                start,
                0,
                nextAttemptAt,
                true,
                null);
    }

    @Test
    void the_channel_with_the_most_missing_readings_comes_first() {
        Instant soon = START.plus(Duration.ofDays(1));
        Instant later = START.plus(Duration.ofDays(2));
        List<ChannelGaps> channels = ChannelGaps.of(List.of(
                gap(1, 1, 3, "api_failure", later),
                gap(2, 2, 8, "rejected", null),
                gap(2, 6, 4, "api_failure", later),
                gap(2, 9, 1, "api_failure", soon)));
        assertThat(channels)
                .containsExactly(
                        new ChannelGaps(
                                2,
                                "c2",
                                3,
                                13,
                                START.plus(Duration.ofHours(2)),
                                START.plus(Duration.ofMinutes(9 * 60 + 15)),
                                Map.of("rejected", 8, "api_failure", 5),
                                soon),
                        new ChannelGaps(
                                1,
                                "c1",
                                1,
                                3,
                                START.plus(Duration.ofHours(1)),
                                START.plus(Duration.ofMinutes(105)),
                                Map.of("api_failure", 3),
                                later));
    }

    @Test
    void planned_gaps_and_gaps_that_are_not_due_do_not_count() {
        assertThat(ChannelGaps.of(List.of(gap(1, 1, 3, "planned", null), gap(2, 2, 1, "not_yet_due", null)))).isEmpty();
    }
}
