package io.wattline.gap;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An open row of {@code data_gaps}: readings of a channel that should exist and do not, in the half-open span {@code
 * [start, end)}.
 *
 * @param slots         how many readings are missing
 * @param reason        one of {@link #REASONS}
 * @param firstSeenAt   when the gap was found
 * @param lastSeenAt    when it was last found still to be open
 * @param attempts      how often the source was asked for it again
 * @param nextAttemptAt when the source is asked again; null where it is not
 * @param fillable      false once the source has refused it often enough, and in a planned pause; null where it is not
 *                      due yet
 * @param lastAnswer    the source's last response; null before the first attempt
 */
public record Gap(
        long gapId,
        int channelId,
        String channelName,
        Instant start,
        Instant end,
        int slots,
        String reason,
        Instant firstSeenAt,
        Instant lastSeenAt,
        int attempts,
        Instant nextAttemptAt,
        Boolean fillable,
        String lastAnswer) {

    /** Values of {@code data_gaps.reason}. Where several apply, the first counts. */
    public static final List<String> REASONS =
            List.of("planned", "rejected", "not_yet_due", "no_data_from_source", "channel_dead", "api_failure");

    private static final Set<String> NOT_MISSED = Set.of("planned", "not_yet_due");

    /** Whether a gap with this reason counts as missing readings. */
    public static boolean isMissed(String reason) {
        return !NOT_MISSED.contains(reason);
    }
}
