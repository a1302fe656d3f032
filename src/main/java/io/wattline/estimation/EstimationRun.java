package io.wattline.estimation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** One round over the gaps that may be estimated, from the timer or from the command line. For one thread. */
public final class EstimationRun {

    private final List<Integer> channelIds;
    private final boolean dryRun;
    private final boolean byTimer;
    private final BiConsumer<Integer, Integer> progress;
    private final List<EstimationReport.Gap> gaps = new ArrayList<>();
    private Long runId;
    private int expected;

    private EstimationRun(List<Integer> channelIds, boolean dryRun, boolean byTimer, BiConsumer<Integer, Integer> progress) {
        this.channelIds = List.copyOf(channelIds);
        this.dryRun = dryRun;
        this.byTimer = byTimer;
        this.progress = progress;
    }

    static EstimationRun byTimer() {
        return new EstimationRun(List.of(), false, true, (done, of) -> { });
    }

    /**
     * One that somebody asked for: all gaps at once, also those that nothing could be made of a short while ago.
     *
     * @param channelIds empty for all
     * @param dryRun     nothing is written
     * @param progress   told how many gaps of how many are done
     */
    public static EstimationRun asked(List<Integer> channelIds, boolean dryRun, BiConsumer<Integer, Integer> progress) {
        return new EstimationRun(channelIds, dryRun, false, progress);
    }

    List<Integer> channelIds() {
        return channelIds;
    }

    boolean isByTimer() {
        return byTimer;
    }

    /** Whether nothing is written. */
    public boolean isDryRun() {
        return dryRun;
    }

    Long runId() {
        return runId;
    }

    void started(long newRunId, int gapsExpected) {
        runId = newRunId == 0 ? null : newRunId;
        expected = gapsExpected;
    }

    void done(EstimationReport.Gap gap) {
        gaps.add(gap);
        progress.accept(gaps.size(), expected);
    }

    /** What it did so far. */
    public EstimationReport report() {
        Map<String, Integer> slotsByMethod = new LinkedHashMap<>();
        gaps.stream().filter(gap -> !gap.method().equals(Estimate.NONE)).forEach(gap -> slotsByMethod.merge(gap.method(), gap.slots(), Integer::sum));
        return new EstimationReport(dryRun, runId, slotsByMethod, gaps);
    }
}
