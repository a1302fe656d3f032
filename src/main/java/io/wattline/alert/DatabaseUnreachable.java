package io.wattline.alert;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Distinguishes a database that is unreachable from one that refuses a statement. */
final class DatabaseUnreachable {

    private DatabaseUnreachable() {
    }

    /** SQLSTATE classes 08 (connection) and 57P (shut down, or starting up), and a pool that gets no connection. */
    static boolean is(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException || cause instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).matches("08.*|57P.*")) {
                return true;
            }
        }
        return false;
    }
}
