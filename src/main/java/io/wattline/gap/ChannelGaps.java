package io.wattline.gap;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The gaps of one channel together. Planned gaps and gaps that are not due yet do not count.
 *
 * @param gaps          how many
 * @param slots         how many readings are missing in them
 * @param start         start of the first gap
 * @param end           end of the last gap
 * @param slotsByReason missing readings by reason
 * @param nextAttemptAt when the source is asked again; null where it is not
 */
public record ChannelGaps(int channelId, String channelName, int gaps, long slots, Instant start, Instant end,
                          Map<String, Integer> slotsByReason, Instant nextAttemptAt) {

    /** By channel, the most missing readings first. */
    public static List<ChannelGaps> of(Collection<Gap> gaps) {
        return gaps.stream()
                .filter(gap -> Gap.isMissed(gap.reason()))
                .collect(Collectors.groupingBy(Gap::channelId))
                .values()
                .stream()
                .map(ChannelGaps::together)
                .sorted(Comparator.comparingLong(ChannelGaps::slots)
                        .reversed()
                        .thenComparingInt(ChannelGaps::channelId))
                .toList();
    }

    private static ChannelGaps together(List<Gap> gaps) {
        Map<String, Integer> byReason = gaps.stream()
                .collect(Collectors.groupingBy(Gap::reason, TreeMap::new, Collectors.summingInt(Gap::slots)));
        return new ChannelGaps(
                gaps.get(0).channelId(),
                gaps.get(0).channelName(),
                gaps.size(),
                gaps.stream().mapToLong(Gap::slots).sum(),
                gaps.stream().map(Gap::start).min(Comparator.naturalOrder()).orElseThrow(),
                gaps.stream().map(Gap::end).max(Comparator.naturalOrder()).orElseThrow(),
                byReason,
                gaps.stream()
                        .map(Gap::nextAttemptAt)
                        .filter(time -> time != null)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }
}
