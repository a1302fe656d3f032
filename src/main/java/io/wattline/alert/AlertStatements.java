package io.wattline.alert;

import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Runs statements {@code db/sql/alert-*.sql}, each in a transaction of its own. */
final class AlertStatements {

    private AlertStatements() {
    }

    /** The first column of the first row as text; empty where there is no row. */
    static Optional<String> text(DataSource database, String name, Map<String, Object> arguments) throws SQLException {
        NamedSql statement = NamedSql.file(name);
        List<String> rows = new Sql(database)
                .query(statement.text(), row -> row.getString(1), statement.arguments(arguments));
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
    }
}
