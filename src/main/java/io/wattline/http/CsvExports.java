package io.wattline.http;

import io.wattline.database.NamedSql;
import io.wattline.export.CsvRows;
import io.wattline.export.ExportLimitException;
import io.wattline.export.RowSource;
import io.wattline.export.RunningExports;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** Lists as CSV files. */
public final class CsvExports {

    private final DataSource database;
    private final Map<String, String> units;
    private final RunningExports running;

    /** @param units by column name */
    public CsvExports(DataSource database, Map<String, String> units, RunningExports running) {
        this.database = database;
        this.units = units;
        this.running = running;
    }

    /** @param name of the file, without its ending */
    ApiResponse csv(String name, NamedSql statement, Map<String, Object> values) throws SQLException, ProblemException {
        values.put("limit", null);
        values.put("after", null);
        try {
            return ApiResponse.file(name + ".csv", "text/csv; charset=utf-8; header=present", running.start(
                    new RowSource(database, statement, values, SqlRows::value), CsvRows.format(units)));
        } catch (ExportLimitException e) {
            throw ProblemException.busy(e.getMessage());
        }
    }
}
