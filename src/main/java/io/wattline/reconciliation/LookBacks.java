package io.wattline.reconciliation;

import io.wattline.database.Sql;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far back each channel is asked: further while its readings keep coming late, within limits. */
public final class LookBacks {

    private static final Logger LOG = LoggerFactory.getLogger(LookBacks.class);

    private final Sql sql;
    private final LookBackSettings settings;
    private final Clock clock;

    public LookBacks(DataSource database, LookBackSettings settings, Clock clock) {
        this.sql = new Sql(database);
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks at how late readings came lately; says which channels are asked further back, or less far, from the next poll on. */
    public List<LookBackChange> adapt() {
        List<LookBackChange> changes = sql.all("select * from adapt_look_back(?::timestamptz, ?::interval, ?::interval, ?::interval, ?, ?)",
                row -> new LookBackChange(row.getInt(1), Duration.ofSeconds(row.getInt(2)), Duration.ofSeconds(row.getInt(3)), row.getString(4)),
                clock.instant().toString(), settings.base().toString(), settings.max().toString(), settings.window().toString(), settings.readingsMin(), settings.daysMin());
        changes.forEach(change -> LOG.info("Channel {}: each poll asks {} h back from now on, before it was {} h. {}", change.channelId(), hours(change.after()),
                hours(change.before()), change.reason()));
        return changes;
    }

    private static double hours(Duration length) {
        return length.toMinutes() / 60.0;
    }
}
