package io.wattline.anomaly;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of a search for anomalies that {@code routes/anomalies.camel.yaml} calls. */
public final class AnomalySearch {

    private static final Logger LOG = LoggerFactory.getLogger(AnomalySearch.class);

    private final ChannelJudge judge;
    private final Clock clock;

    public AnomalySearch(AnomalyBook book, DataSource database, Clock clock) {
        this.judge = new ChannelJudge(book, database);
        this.clock = clock;
    }

    /** @param requested null for all channels */
    public AnomalyRun open(AnomalyRun requested) {
        AnomalyRun run = requested == null ? new AnomalyRun(List.of(), (done, of) -> { }) : requested;
        judge.history().require(run.channelIds());
        run.begin(clock.instant());
        return run;
    }

    /** The channels that are judged in this run. */
    public List<AnomalyTask> tasks(AnomalyRun run, long runId) {
        List<JudgedChannel> channels = judge.history().channels(run.channelIds());
        run.started(runId, channels.size());
        return channels.stream().map(channel -> new AnomalyTask(run, channel)).toList();
    }

    /** Judges the days of a channel that are new or have changed. A channel that cannot be judged keeps no other up. */
    public void judge(AnomalyTask task) {
        AnomalyRun run = task.run();
        try {
            run.done(judge.judge(task.channel(), run.runId(), run.now()));
        } catch (IllegalArgumentException e) {
            run.failed("channel " + task.channel().id() + ": " + e.getMessage());
        }
    }

    /** Parameters of {@code db/sql/run-end.sql}. */
    public Map<String, Object> end(AnomalyRun run) {
        return Map.of("run_id", run.runId(), "now", clock.instant().toString());
    }

    /** Logs the result. */
    public AnomalyReport report(AnomalyRun run) {
        AnomalyReport report = run.report();
        LOG.info("Anomalies: {} channel(s) judged, {} new, {} changed, {} not found any more", report.channels(),
                report.opened(), report.changed(), report.gone());
        report.problems().forEach(problem -> LOG.warn("Anomalies are not looked for: {}", problem));
        return report;
    }
}
