package io.wattline.reconciliation;

import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import io.wattline.reading.PollSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far back each poll of a channel asks: further while its readings keep coming late, within limits. */
public final class LookBacks {

    private static final Logger LOG = LoggerFactory.getLogger(LookBacks.class);

    private final Sql sql;
    private final Duration base;
    private final Duration max;
    private final LateReadingSettings settings;
    private final Clock clock;

    public LookBacks(DataSource database, PollSettings polls, LateReadingSettings settings, Clock clock) {
        this.sql = new Sql(database);
        this.base = polls.lookBack();
        this.max = polls.lookBackMax();
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Adapts the look-back of each channel to its late readings; returns what has changed, in force from the next poll
     * on.
     */
    public List<LookBackChange> adapt() {
        List<LookBackChange> changes = sql.all(SqlFile.text("look-back-adapt"), LookBacks::change,
                clock.instant().toString(), base.toString(), max.toString(), settings.window().toString(),
                settings.readings(), settings.days());
        changes.forEach(change -> LOG.info(
                "Channel {}: look-back of {} h (before: {} h). {}",
                change.channelId(),
                hours(change.after()),
                hours(change.before()),
                change.reason()));
        return changes;
    }

    private static LookBackChange change(ResultSet row) throws SQLException {
        return new LookBackChange(row.getInt(1), Duration.ofSeconds(row.getInt(2)), Duration.ofSeconds(row.getInt(3)),
                row.getString(4));
    }

    private static double hours(Duration length) {
        return length.toMinutes() / 60.0;
    }
}
