package io.wattline.estimation;

import io.wattline.eniscope.ApiException;
import io.wattline.eniscope.CounterResponse;
import io.wattline.eniscope.FieldCatalogue;
import io.wattline.eniscope.RefusedException;
import io.wattline.reading.RootCauses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of an estimation that the routes name. */
public final class Estimations {

    private static final Logger LOG = LoggerFactory.getLogger(Estimations.class);
    /** Of one run of the timer: with four questions each, half an hour of the source at the polite default; the next run goes on. */
    private static final int GAPS_MAX = 500;

    private final EstimationBook book;
    private final FieldCatalogue fields;
    private final Duration again;
    private final Clock clock;

    /** @param again how long a gap that nothing could be made of is left alone by the timer */
    public Estimations(EstimationBook book, FieldCatalogue fields, Duration again, Clock clock) {
        this.book = book;
        this.fields = fields;
        this.again = again;
        this.clock = clock;
    }

    /** The round that somebody asked for, or one of the timer. */
    public EstimationRun open(EstimationRun asked) {
        return asked == null ? EstimationRun.byTimer() : asked;
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

    /** @param runId 0 for a dry run, which has none */
    public void started(EstimationRun run, long runId, List<?> gaps) {
        run.started(runId, gaps.size());
    }

    public OpenGap gap(Map<String, Object> row) {
        return GapRows.gap(row, fields);
    }

    /** Parameters of {@code db/sql/estimation-readings.sql}. */
    public Map<String, Object> around(OpenGap gap) {
        Terms terms = book.terms(gap.channel());
        Duration reach = terms.likeDay().map(likeDay -> Duration.ofDays(7L * likeDay.weeks() + 1).plus(likeDay.around())).orElse(Duration.ZERO).plus(gap.step());
        Instant end = gap.interval().end().plus(terms.likeDay().map(Terms.LikeDayTerms::around).orElse(Duration.ZERO)).plus(gap.step());
        return Map.of("channel_id", gap.channel().channelId(), "range_start", gap.interval().start().minus(reach).toString(), "range_end", end.toString());
    }

    /** @param rows of {@code db/sql/estimation-readings.sql} */
    public Estimation begin(OpenGap gap, List<Map<String, Object>> rows) {
        return book.begin(gap, new Neighbourhood(rows.stream().map(GapRows::reading).toList(), gap.zone()));
    }

    public void answered(Estimation estimation, byte[] answer) {
        estimation.answered(CounterResponse.read(answer, estimation.gap().channel().channelId(), fields));
    }

    /** A refusal is an answer: it does not know. Anything of the source that may pass puts the gap off; what is not of the source is a breakdown of the run. */
    public void failed(Estimation estimation, Throwable thrown) throws Exception {
        Throwable cause = RootCauses.root(thrown);
        if (cause instanceof RefusedException) {
            estimation.answered(Optional.empty());
        } else if (cause instanceof ApiException) {
            estimation.putOff("the source could not be asked for the energy over the gap: " + cause.getMessage());
        } else {
            throw thrown instanceof Exception exception ? exception : new IllegalStateException(thrown);
        }
    }

    /** Whether the outcome goes to the database. */
    public boolean isToKeep(EstimationRun run, Estimate estimate) {
        return !run.isDryRun() && !estimate.later();
    }

    /** Parameters of {@code db/sql/estimation-keep.sql}. */
    public Map<String, Object> row(EstimationRun run, Estimate estimate) {
        return GapRows.parameters(estimate, run.runId(), clock.instant());
    }

    /** @param slots how many readings were written; with a dry run how many would be */
    public void done(EstimationRun run, Estimate estimate, int slots) {
        EstimationReport.Gap gap = EstimationReport.Gap.of(estimate, slots);
        run.done(gap);
        LOG.debug("Gap {}: {}", gap.gapId(), gap);
    }

    /** Says what the round did; nothing where there was nothing to do. */
    public EstimationReport report(EstimationRun run) {
        EstimationReport report = run.report();
        if (!report.gaps().isEmpty()) {
            LOG.info("Estimated{}: {} gap(s) looked at, readings by method {}; {} stay missing (table estimates, why_none)", report.dryRun() ? " (dry run, nothing written)" : "",
                    report.gaps().size(), report.slotsByMethod(), report.missing());
        }
        return report;
    }
}
