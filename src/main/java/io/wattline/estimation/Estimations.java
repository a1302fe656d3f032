package io.wattline.estimation;

import io.wattline.field.FieldCatalogue;
import io.wattline.reading.CounterBins;
import io.wattline.reading.RootCauses;
import io.wattline.reading.UnusableResponseException;
import io.wattline.source.RefusedException;
import io.wattline.source.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of an estimation that {@code routes/estimation.camel.yaml} calls. */
public final class Estimations {

    private static final Logger LOG = LoggerFactory.getLogger(Estimations.class);
    /**
     * Gaps of one scheduled run: with four requests each, half an hour at the default request rate. The next run takes
     * the rest.
     */
    private static final int GAPS_MAX = 500;

    private final EstimationRules rules;
    private final FieldCatalogue fields;
    private final Duration again;
    private final Clock clock;

    /** @param again after what time the timer tries a gap again that could not be estimated */
    public Estimations(EstimationRules rules, FieldCatalogue fields, Duration again, Clock clock) {
        this.rules = rules;
        this.fields = fields;
        this.again = again;
        this.clock = clock;
    }

    /** The requested run, or one of the timer where none is requested. */
    public EstimationRun open(EstimationRun requested) {
        return requested == null ? EstimationRun.byTimer() : requested;
    }

    /** Parameters of {@code db/sql/estimation-due.sql}. */
    public Map<String, Object> due(EstimationRun run) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", clock.instant().toString());
        parameters.put("channel_ids", run.channelIds().isEmpty() ? null : run.channelIds().toArray(Integer[]::new));
        parameters.put("again", run.isByTimer() ? again.toString() : Duration.ZERO.toString());
        parameters.put("most", run.isByTimer() ? GAPS_MAX : null);
        return parameters;
    }

    /** @param rows of {@code db/sql/estimation-due.sql} */
    public void found(EstimationRun run, List<Map<String, Object>> rows) {
        run.found(rows.stream().map(row -> EstimationRows.gap(row, fields)).toList());
    }

    /** Whether the run writes something, so that it needs a row in table {@code runs}. */
    public boolean writes(EstimationRun run) {
        return !run.isDryRun() && !run.tasks().isEmpty();
    }

    public void started(EstimationRun run, long runId) {
        run.started(runId);
    }

    /** The gaps of the run. */
    public List<EstimationTask> tasks(EstimationRun run) {
        return run.tasks();
    }

    /** Parameters of {@code db/sql/estimation-readings.sql}: the readings that the methods need. */
    public Map<String, Object> around(EstimationTask task) {
        return EstimationRows.around(task.gap(), rules.limits(task.gap().channel()));
    }

    /** @param rows of {@code db/sql/estimation-readings.sql} */
    public void begin(EstimationTask task, List<Map<String, Object>> rows) {
        task.begin(rules.begin(
                task.gap(),
                new Neighbourhood(
                        rows.stream().map(EstimationRows::reading).toList(),
                        task.gap().zone())));
    }

    public void answered(EstimationTask task, CounterBins bins) {
        task.estimation().answered(Optional.of(bins));
    }

    /**
     * Takes a failed request. A refusal means that the source does not know the energy; any other failure of the source
     * postpones the gap; everything else is a breakdown of the run.
     */
    public void failed(EstimationTask task, Throwable thrown) throws Exception {
        Throwable cause = RootCauses.root(thrown);
        if (cause instanceof RefusedException || cause instanceof UnusableResponseException) {
            task.estimation().answered(Optional.empty());
        } else if (cause instanceof SourceException) {
            task.estimation()
                    .postpone("the source could not be asked for the energy over the gap: " + cause.getMessage());
        } else {
            throw thrown instanceof Exception exception ? exception : new IllegalStateException(thrown);
        }
    }

    /** Whether the result is written to the database. */
    public boolean isToKeep(EstimationTask task) {
        return !task.run().isDryRun() && !task.estimate().later();
    }

    /** Parameters of {@code db/sql/estimation-keep.sql}. */
    public Map<String, Object> row(EstimationTask task) {
        return EstimationRows.parameters(task.estimate(), task.run().runId(), clock.instant());
    }

    /** @param slots how many readings were written */
    public void kept(EstimationTask task, int slots) {
        task.kept(slots);
    }

    /** The gap is done. */
    public void done(EstimationTask task) {
        EstimationReport.GapResult result = EstimationReport.GapResult.of(task.estimate(), task.slots());
        task.run().done(result);
        LOG.debug("Gap {}: {}", result.gapId(), result);
    }

    /** Logs the result of the run, where it had gaps. */
    public EstimationReport report(EstimationRun run) {
        EstimationReport report = run.report();
        if (!report.gaps().isEmpty()) {
            LOG.info(
                    "Estimation{}: {} gap(s), readings by method {}; {} gap(s) stay missing (table estimates,"
                            + " why_none)",
                    report.dryRun() ? " (dry run, nothing written)" : "",
                    report.gaps().size(),
                    report.slotsByMethod(),
                    report.missing());
        }
        return report;
    }
}
