package io.wattline.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections whose session is unusable although the server responds. After a failover a session stays
 * read-only until it is closed, even when new sessions can write again.
 */
public final class SpoiltSessions implements SQLExceptionOverride {

    private static final Logger LOG = LoggerFactory.getLogger(SpoiltSessions.class);
    /** SQLSTATE read_only_sql_transaction. */
    private static final String READ_ONLY = "25006";
    /**
     * SQLSTATE invalid_sql_statement_name and duplicate_prepared_statement, which appear where a pooler has moved a
     * session to another server connection.
     */
    private static final Set<String> MOVED = Set.of("26000", "42P05");

    private final AtomicBoolean pooled = new AtomicBoolean();

    private volatile SQLException storageFault;
    private volatile long storageFaultAtNanos;

    @java.lang.Override
    public Override adjudicate(SQLException exception) {
        if (DatabaseFault.isOfStorage(exception)) {
            storageFault = exception;
            storageFaultAtNanos = System.nanoTime();
        }
        boolean isMoved = MOVED.contains(String.valueOf(exception.getSQLState()));
        if (isMoved && pooled.compareAndSet(false, true)) {
            LOG.warn("Database: a pooler in transaction mode (PgBouncer) is in front of the server ({}). From now "
                    + "on no statement is prepared on the server, as with prepareThreshold=0 in DATABASE_URL; what "
                    + "failed is retried", exception.getMessage());
        }
        return isMoved || READ_ONLY.equals(exception.getSQLState())
                ? Override.MUST_EVICT
                : Override.CONTINUE_EVICT;
    }

    /** Whether an error has shown that a pooler in transaction mode stands in front of the server. */
    boolean arePooled() {
        return pooled.get();
    }

    /** The last error of storage on any connection, such as a full disk; empty where it is older than that. */
    public Optional<SQLException> storageFault(Duration ageMax) {
        return Optional.ofNullable(storageFault)
                .filter(found -> System.nanoTime() - storageFaultAtNanos < ageMax.toNanos());
    }
}
