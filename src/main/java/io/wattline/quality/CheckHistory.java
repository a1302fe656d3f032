package io.wattline.quality;

import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import io.wattline.settings.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Table {@code quality_checks}: when each check ran for each channel last. */
final class CheckHistory {

    private final Map<Integer, Map<String, LastRun>> byChannel = new HashMap<>();
    private final QualityStandard standard;
    private final Instant now;

    private CheckHistory(QualityStandard standard, Instant now) {
        this.standard = standard;
        this.now = now;
    }

    /** The history as it is at {@code now}. */
    static CheckHistory read(Sql sql, QualityStandard standard, Instant now) throws SQLException {
        CheckHistory history = new CheckHistory(standard, now);
        sql.query(SqlFile.text("scorecard-checks"), history::add);
        return history;
    }

    private LastRun add(ResultSet row) throws SQLException {
        return byChannel.computeIfAbsent(row.getInt("channel_id"), channel -> new HashMap<>())
                .put(row.getString("rule"), new LastRun(Sql.instant(row, "ran_at"), row.getString("problem")));
    }

    /** The checks of a channel that have no current result; {@link CheckNotRun#NONE_YET} before the first run. */
    List<CheckNotRun> notRun(int channelId) {
        List<CheckNotRun> notRun = new ArrayList<>();
        Map<String, LastRun> runs = byChannel.get(channelId);
        if (runs == null) {
            return List.of(CheckNotRun.NONE_YET);
        }
        for (CheckRule rule : standard.checks()) {
            LastRun last = runs.get(rule.name());
            if (!rule.enabled()) {
                notRun.add(new CheckNotRun(rule.name(), "switched off", false));
            } else if (last == null) {
                notRun.add(new CheckNotRun(rule.name(), "never", true));
            } else if (last.problem() != null) {
                notRun.add(new CheckNotRun(rule.name(), last.problem(), true));
            } else if (last.at().isBefore(now.minus(standard.grading().runWithin()))) {
                notRun.add(new CheckNotRun(rule.name(), "not since " + Times.text(last.at()), true));
            }
        }
        return notRun;
    }

    /** When a check ran last, and why it could not; the problem is null where it could. */
    private record LastRun(Instant at, String problem) {
    }
}
