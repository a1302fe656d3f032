package io.wattline.estimation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The result of a run of estimation.
 *
 * @param dryRun        whether nothing was written
 * @param runId         {@code runs.run_id}; null where there was nothing to do or to write
 * @param slotsByMethod how many readings each method made
 * @param gaps          all gaps of the run
 */
public record EstimationReport(boolean dryRun, Long runId, Map<String, Integer> slotsByMethod, List<GapResult> gaps) {

    public EstimationReport {
        slotsByMethod = Map.copyOf(slotsByMethod);
        gaps = List.copyOf(gaps);
    }

    /**
     * The result for one gap.
     *
     * @param start         inclusive
     * @param end           exclusive
     * @param slots         readings that were made; with a dry run those that would be
     * @param method        {@code linear}, {@code like-day} or {@code none}
     * @param energyKwh     their sum; null with none
     * @param knownTotalKwh known energy over the gap; null where it is unknown
     * @param totalSource   where the known energy comes from
     * @param why           why nothing was estimated; null where something was
     * @param later         whether the next run tries the gap again, since the source was unavailable
     */
    public record GapResult(
            long gapId,
            int channelId,
            Instant start,
            Instant end,
            int slots,
            String method,
            Double energyKwh,
            Double knownTotalKwh,
            String totalSource,
            String why,
            boolean later) {

        static GapResult of(Estimate estimate, int slots) {
            boolean none = slots == 0;
            String why = none && estimate.whyNone() == null
                    ? "a reading arrived meanwhile, or the gap was closed"
                    : estimate.whyNone();
            OpenGap gap = estimate.gap();
            GapTotal total = estimate.total();
            return new GapResult(
                    gap.gapId(),
                    gap.channel().channelId(),
                    gap.interval().start(),
                    gap.interval().end(),
                    slots,
                    none ? Estimate.NONE : estimate.method(),
                    none ? null : (Double) estimate.energyKwh(),
                    total == null ? null : (Double) total.energy().energyKwh(),
                    total == null ? null : total.source(),
                    why,
                    estimate.later());
        }
    }

    /** How many gaps stay missing. */
    public long missing() {
        return gaps.stream().filter(gap -> gap.method().equals(Estimate.NONE)).count();
    }
}
