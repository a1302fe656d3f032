package io.wattline.reading;

import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import io.wattline.settings.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether an operator has paused ingestion. Table {@code service_state} keeps it, so that a pause outlives a restart.
 */
public final class IngestionPause {

    private static final Logger LOG = LoggerFactory.getLogger(IngestionPause.class);

    private final Sql sql;
    private final Clock clock;
    private volatile boolean set;

    public IngestionPause(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A pause from before the start goes on. Throws {@link IllegalStateException} where the database does not answer.
     */
    public void restore() {
        sql.all(NamedSql.file("ingestion-paused"), Map.of(), row -> Sql.instant(row, "changed_at"))
                .forEach(since -> {
                    set = true;
                    LOG.warn(
                            "Ingestion has been paused since {} and stays paused: nothing is requested from the source"
                                    + " until it is resumed (JMX resumeIngestion, or the dashboard)",
                            Times.text(since));
                });
    }

    public boolean isSet() {
        return set;
    }

    /**
     * Polls and backfill end after their present window, and none begins until {@link #resume}. Does not wait for them.
     */
    public void pause() {
        set(true);
    }

    public void resume() {
        set(false);
    }

    private void set(boolean wanted) {
        set = wanted;
        String state = wanted ? "paused" : "running";
        Instant now = clock.instant();
        try {
            sql.update(NamedSql.file("ingestion-pause"), Map.of("state", state, "now", now));
        } catch (IllegalStateException e) {
            LOG.error(
                    "Ingestion is {} now, but table service_state could not be written: after a restart ingestion is"
                            + " as before. Repeat the command when the database is back. {}",
                    state,
                    e.getMessage());
        }
    }
}
