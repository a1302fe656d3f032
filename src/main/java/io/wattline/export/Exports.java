package io.wattline.export;

import io.wattline.channel.UnknownNameException;
import io.wattline.database.NamedSql;
import io.wattline.database.SqlFile;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Readings and energy as files. */
public final class Exports {

    private final DataSource database;
    private final Map<String, String> units;
    private final RunningExports running;
    private final Clock clock;

    /** @param units of the value columns of table {@code readings}, by column name */
    public Exports(DataSource database, Map<String, String> units, RunningExports running, Clock clock) {
        this.database = database;
        this.units = units;
        this.running = running;
        this.clock = clock;
    }

    /**
     * Opens a file, which the caller reads and closes.
     *
     * @throws ExportLimitException     where too many exports run
     * @throws IllegalArgumentException where something is asked for that does not exist
     */
    public ExportStream open(ExportRequest request, ExportFormat format) throws SQLException, ExportLimitException {
        NamedSql statement = statement(request, format);
        Map<String, Object> values = new HashMap<>();
        values.put("site", request.site());
        values.put("channels", request.channels().stream().map(Integer::longValue).toList());
        values.put("start", request.range().start());
        values.put("end", request.range().end());
        return running.start(new RowSource(database, statement, values, CellReader.PLAIN), rows(format));
    }

    private RowFormat rows(ExportFormat format) {
        return switch (format) {
            case CSV -> CsvRows.format(units);
            case XLSX -> XlsxRows::open;
            case PARQUET -> ParquetRows::open;
            case ESPI -> GreenButtonRows.format(clock.instant());
        };
    }

    private NamedSql statement(ExportRequest request, ExportFormat format) {
        if (format == ExportFormat.ESPI) {
            if (request.resolution() != ExportResolution.SLOT) {
                throw new IllegalArgumentException("Format espi has one quality an interval, so it holds single "
                        + "readings; allowed: resolution slot");
            }
            return NamedSql.file("export-green-button");
        }
        if (request.resolution() != ExportResolution.SLOT) {
            return NamedSql.file(request.resolution() == ExportResolution.DAY ? "export-day" : "export-hour");
        }
        requireColumns(request.columns());
        return NamedSql.parse(SqlFile.text("export-slot").replace("{columns}", request.columns().stream().distinct()
                .map(column -> "r." + column).collect(Collectors.joining(", "))));
    }

    private void requireColumns(List<String> columns) {
        for (String column : columns) {
            if (!units.containsKey(column)) {
                throw UnknownNameException.of("columns", "column", column, List.copyOf(units.keySet()));
            }
        }
    }
}
