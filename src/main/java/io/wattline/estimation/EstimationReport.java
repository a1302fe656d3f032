package io.wattline.estimation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a round over the gaps did.
 *
 * @param dryRun        nothing was written
 * @param runId         {@code runs.run_id}; null where nothing was to be done or written
 * @param slotsByMethod how many readings each method made
 * @param gaps          all that were looked at
 */
public record EstimationReport(boolean dryRun, Long runId, Map<String, Integer> slotsByMethod, List<Gap> gaps) {

    public EstimationReport {
        slotsByMethod = Map.copyOf(slotsByMethod);
        gaps = List.copyOf(gaps);
    }

    /**
     * One gap.
     *
     * @param start         inclusive
     * @param end           exclusive
     * @param slots         readings made; with a dry run those that would be
     * @param method        {@code linear}, {@code like-day} or {@code none}
     * @param energyKwh     their sum; null with none
     * @param knownTotalKwh energy over the gap that somebody knows; null where nobody does
     * @param totalSource   who
     * @param why           why nothing was made; null where something was
     * @param later         whether it is looked at again in the next run, since the source could not be asked
     */
    public record Gap(long gapId, int channelId, Instant start, Instant end, int slots, String method, Double energyKwh, Double knownTotalKwh, String totalSource,
                      String why, boolean later) {

        static Gap of(Estimate estimate, int slots) {
            boolean none = slots == 0;
            String why = none && estimate.whyNone() == null ? "a reading came meanwhile, or the gap was closed" : estimate.whyNone();
            return new Gap(estimate.gap().gapId(), estimate.gap().channel().channelId(), estimate.gap().interval().start(), estimate.gap().interval().end(), slots,
                    none ? Estimate.NONE : estimate.method(), none ? null : (Double) estimate.energyKwh(),
                    estimate.total() == null ? null : (Double) estimate.total().energy().energyKwh(), estimate.total() == null ? null : estimate.total().source(),
                    why, estimate.later());
        }
    }

    /** Gaps that stay missing. */
    public long missing() {
        return gaps.stream().filter(gap -> gap.method().equals(Estimate.NONE)).count();
    }
}
