package io.wattline.anomaly;

import java.util.List;
import java.util.stream.Collectors;

/** {@link AnomalyOperations} of a running service. */
public final class AnomalyControl implements AnomalyOperations {

    private static final int DAYS_MIN = 60;
    private static final int DAYS_MAX = 400;

    private final AnomalyActions actions;
    private final DetectorBoard board;
    private final StoredBacktest backtest;
    private final String operator;

    /** @param operator as who a verdict is written down */
    public AnomalyControl(AnomalyActions actions, DetectorBoard board, StoredBacktest backtest,
            String operator) {
        this.actions = actions;
        this.board = board;
        this.backtest = backtest;
        this.operator = operator;
    }

    @Override
    public String anomalies() {
        List<AnomalyRow> open = actions.list(false, null, null);
        return open.isEmpty() ? "No anomaly goes on." : open.stream().map(each -> each.id() + "  channel "
                + each.channelId() + "  " + each.detector() + "  " + each.sentence()).collect(Collectors.joining("\n"));
    }

    @Override
    public String detectors() {
        return board.lines(null).stream().map(each -> each.detector() + ": " + (each.measuredAt() == null
                ? "not measured yet" : each.falseAlarmsPerMonth() + " false alarms a channel and month")
                + "; raised on " + each.raised() + ", muted on " + each.muted() + " channels")
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String anomaly(long anomalyId) {
        AnomalyRow row = actions.find(anomalyId).orElseThrow(() -> new IllegalArgumentException("Anomaly " + anomalyId
                + " does not exist; see wattline anomalies list --all."));
        return "channel " + row.channelId() + "  " + row.start() + " to " + row.end() + "  " + row.detector() + ", "
                + row.state() + ", taken for " + row.cause() + ". " + row.sentence()
                + (row.verdict() == null ? "" : " Verdict: " + row.verdict() + ", " + row.verdictBy() + ".");
    }

    @Override
    public String backtestAnomalies(int channelId, int days) {
        if (days < DAYS_MIN || days > DAYS_MAX) {
            throw new IllegalArgumentException("days is " + days + "; allowed: " + DAYS_MIN + " to " + DAYS_MAX
                    + ". Nothing was done.");
        }
        return String.join("\n", backtest.run(List.of(channelId), days, 1, (done, of) -> { }).text());
    }

    @Override
    public String acceptAnomaly(long anomalyId, String reason) {
        return done(actions.accept(anomalyId, operator, reason), anomalyId, "is normal");
    }

    @Override
    public String confirmAnomaly(long anomalyId, String reason) {
        return done(actions.confirm(anomalyId, operator, reason), anomalyId, "is a fault");
    }

    @Override
    public String withdrawAnomaly(long anomalyId) {
        return done(actions.withdraw(anomalyId, operator), anomalyId, "has no verdict any more");
    }

    private static String done(boolean done, long anomalyId, String what) {
        if (!done) {
            throw new IllegalArgumentException("Anomaly " + anomalyId + " does not exist or has no verdict; "
                    + "see wattline anomalies list --all. Nothing was done.");
        }
        return "Anomaly " + anomalyId + " " + what + ".";
    }
}
