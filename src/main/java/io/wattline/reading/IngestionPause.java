package io.wattline.reading;

import io.wattline.database.Sql;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether an operator has asked for rest. Kept in {@code service_state}, so that a restart does not end it. */
public final class IngestionPause {

    private static final Logger LOG = LoggerFactory.getLogger(IngestionPause.class);

    private final Sql sql;
    private final Clock clock;
    private volatile boolean set;

    public IngestionPause(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** For a service that starts: takes up what was said before, and says so. {@link IllegalStateException} where the database does not answer. */
    void restore() {
        sql.all("select changed_at from service_state where part = 'ingestion' and state = 'paused'", row -> Sql.instant(row, "changed_at")).forEach(since -> {
            set = true;
            LOG.warn("Ingestion has been paused since {} and stays so: the source is asked for nothing until somebody resumes it (JMX resumeIngestion)", since);
        });
    }

    boolean isSet() {
        return set;
    }

    void set(boolean wanted) {
        set = wanted;
        Instant now = clock.instant();
        try {
            sql.update("insert into service_state (part, state, changed_at) values ('ingestion', ?, ?) on conflict (part) do update set state = excluded.state, "
                    + "changed_at = excluded.changed_at where service_state.state <> excluded.state", wanted ? "paused" : "running", now);
        } catch (IllegalStateException e) {
            LOG.error("Ingestion is {} now, but table service_state could not be written: after a restart it is as it was before. Say it again when the database is back. {}",
                    wanted ? "paused" : "running", e.getMessage());
        }
    }
}
