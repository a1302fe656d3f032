package io.wattline.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Closes connections whose session cannot do its work any more although the server answers. After a failover a session
 * stays read-only for as long as it lives, even when new sessions may write again.
 */
public final class SpoiltSessions implements SQLExceptionOverride {

    /**
     * SQLSTATE read_only_sql_transaction, and invalid_sql_statement_name and duplicate_prepared_statement, which appear
     * where a pooler has moved a session to another server connection.
     */
    private static final Set<String> SPOILT = Set.of("25006", "26000", "42P05");

    @java.lang.Override
    public Override adjudicate(SQLException exception) {
        return SPOILT.contains(exception.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
