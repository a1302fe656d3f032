package io.wattline.estimation;

import io.wattline.reading.CounterRequest;

/** One gap of a run, from its row to its estimate. It is used by one thread. */
public final class EstimationTask {

    private final EstimationRun run;
    private final OpenGap gap;
    private GapEstimation estimation;
    private Estimate estimate;
    private Integer kept;

    EstimationTask(EstimationRun run, OpenGap gap) {
        this.run = run;
        this.gap = gap;
    }

    EstimationRun run() {
        return run;
    }

    OpenGap gap() {
        return gap;
    }

    void begin(GapEstimation newEstimation) {
        estimation = newEstimation;
    }

    GapEstimation estimation() {
        return estimation;
    }

    /** The estimate, or why there is none; asked for when nothing is left to request. */
    Estimate estimate() {
        if (estimate == null) {
            estimate = estimation.conclude();
        }
        return estimate;
    }

    /** Whether the source is to be asked for the energy over the gap. */
    public boolean asks() {
        return estimation.asks();
    }

    /** The next request to the source. */
    public CounterRequest next() {
        return estimation.next();
    }

    void kept(int slots) {
        kept = slots;
    }

    /** How many readings were written; with a dry run how many would be. */
    int slots() {
        return kept == null ? estimate().slots().size() : kept;
    }
}
