package io.wattline.export;

import io.wattline.database.NamedSql;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Where the rows of a file come from.
 *
 * @param statement a column {@code cursor} is left out
 * @param values    of the statement's arguments, by name
 */
public record RowSource(DataSource database, NamedSql statement, Map<String, Object> values, CellReader cells) {
}
