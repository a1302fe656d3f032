package io.wattline.anomaly;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.channel.Channels;
import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import io.wattline.settings.NearMiss;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Lists anomalies, and takes verdicts of people. It works with and without a running service. */
public final class AnomalyActions {

    /** An anomaly that is normal raises the cut-off of its detector on its channel by so much. */
    private static final double ACCEPTED_FACTOR = 1.5;

    private final Sql sql;
    private final Channels channels;
    private final Clock clock;

    public AnomalyActions(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.channels = new Channels(database);
        this.clock = clock;
    }

    /**
     * Anomalies, the newest first, at most 1,000.
     *
     * @param all       also those that are over, part of a greater one, or not found any more
     * @param channelId null for all; one that does not exist is an {@link IllegalArgumentException}
     * @param detector  null for all; likewise
     */
    public List<AnomalyRow> list(boolean all, Integer channelId, String detector) {
        if (channelId != null) {
            channels.unknown(List.of(channelId)).ifPresent(problem -> {
                throw new IllegalArgumentException(problem);
            });
        }
        if (detector != null) {
            requireDetector(detector);
        }
        return rows(all, channelId, detector, null);
    }

    /** Refuses a detector that does not exist, with an {@link IllegalArgumentException}. */
    public static void requireDetector(String detector) {
        if (!AnomalyKind.texts().contains(detector)) {
            throw new IllegalArgumentException("Unknown detector '" + detector + "'"
                    + NearMiss.nearest(detector, AnomalyKind.texts()).map(near -> " (did you mean " + near + "?)")
                    .orElse("") + "; allowed: " + String.join(", ", AnomalyKind.texts()));
        }
    }

    public Optional<AnomalyRow> find(long anomalyId) {
        return rows(true, null, null, anomalyId).stream().findFirst();
    }

    private List<AnomalyRow> rows(boolean all, Integer channelId, String detector, Long anomalyId) {
        Map<String, Object> values = new HashMap<>();
        values.put("all", all);
        values.put("channel", channelId);
        values.put("detector", detector);
        values.put("anomaly", anomalyId);
        return sql.all(NamedSql.file("anomaly-list"), values, AnomalyRow::of);
    }

    /** How many active channels have too little history to be judged. */
    public long notJudged() {
        return sql.one(NamedSql.file("anomaly-not-judged"), Map.of(), row -> row.getLong(1));
    }

    /** It is normal: the detector becomes less sensitive on the channel. False where there is no such anomaly. */
    public boolean accept(long anomalyId, String who, String reason) {
        return verdict(anomalyId, "normal", who, reason);
    }

    /** It is a fault: a labelled case of the detector's backtest. False where there is no such anomaly. */
    public boolean confirm(long anomalyId, String who, String reason) {
        return verdict(anomalyId, "fault", who, reason);
    }

    /** Takes a verdict back, with its effects. False where there is none. */
    public boolean withdraw(long anomalyId, String who) {
        return verdict(anomalyId, null, who, null);
    }

    private boolean verdict(long anomalyId, String verdict, String who, String reason) {
        Map<String, Object> values = new HashMap<>();
        values.put("anomaly", anomalyId);
        values.put("verdict", verdict);
        values.put("who", who);
        values.put("reason", reason == null || reason.isBlank() ? null : reason.strip());
        values.put("factor", ACCEPTED_FACTOR);
        values.put("now", clock.instant());
        return sql.one(NamedSql.file("anomaly-verdict"), values, row -> row.getBoolean(1));
    }
}
