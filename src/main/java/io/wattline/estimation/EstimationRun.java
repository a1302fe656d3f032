package io.wattline.estimation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** One run over the gaps that may be estimated, started by the timer or the command line. It is used by one thread. */
public final class EstimationRun {

    private final List<Integer> channelIds;
    private final boolean dryRun;
    private final boolean byTimer;
    private final BiConsumer<Integer, Integer> progress;
    private final List<EstimationReport.GapResult> results = new ArrayList<>();
    private List<EstimationTask> tasks = List.of();
    private Long runId;

    private EstimationRun(
            List<Integer> channelIds, boolean dryRun, boolean byTimer, BiConsumer<Integer, Integer> progress) {
        this.channelIds = List.copyOf(channelIds);
        this.dryRun = dryRun;
        this.byTimer = byTimer;
        this.progress = progress;
    }

    static EstimationRun byTimer() {
        return new EstimationRun(List.of(), false, true, (done, of) -> { });
    }

    /**
     * A run on request: it takes all gaps at once, also those that could not be estimated a short while ago.
     *
     * @param channelIds empty for all channels
     * @param dryRun     whether nothing is written
     * @param progress   called with how many gaps are done, and how many there are
     */
    public static EstimationRun requested(
            List<Integer> channelIds, boolean dryRun, BiConsumer<Integer, Integer> progress) {
        return new EstimationRun(channelIds, dryRun, false, progress);
    }

    List<Integer> channelIds() {
        return channelIds;
    }

    boolean isByTimer() {
        return byTimer;
    }

    boolean isDryRun() {
        return dryRun;
    }

    /** {@code runs.run_id}; null where nothing is written. */
    Long runId() {
        return runId;
    }

    void found(List<OpenGap> gaps) {
        tasks = gaps.stream().map(gap -> new EstimationTask(this, gap)).toList();
    }

    List<EstimationTask> tasks() {
        return tasks;
    }

    void started(long newRunId) {
        runId = newRunId;
    }

    void done(EstimationReport.GapResult result) {
        results.add(result);
        progress.accept(results.size(), tasks.size());
    }

    EstimationReport report() {
        Map<String, Integer> slotsByMethod = new LinkedHashMap<>();
        results.stream().filter(result -> !result.method().equals(Estimate.NONE))
                .forEach(result -> slotsByMethod.merge(result.method(), result.slots(), Integer::sum));
        return new EstimationReport(dryRun, runId, slotsByMethod, results);
    }
}
