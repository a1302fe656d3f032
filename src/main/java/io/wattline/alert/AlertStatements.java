package io.wattline.alert;

import io.wattline.database.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Single statements, each a transaction. */
final class AlertStatements {

    private AlertStatements() {
    }

    /** First column of the first row as text; empty where there is no row. */
    static Optional<String> text(DataSource database, String sql, Object... arguments) throws SQLException {
        List<String> rows = new Sql(database).query(sql, row -> row.getString(1), arguments);
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
    }
}
