package io.wattline.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.database.NamedSql;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read back from a file is what the database has. Parquet is read with DuckDB, a program of others. */
class ExportFormatsTest {

    private static final ExportStage STAGE = new ExportStage();
    private static final String FIGURES = "energy_kwh, measured_kwh, estimated_kwh, suspect_kwh, catch_up_kwh, "
            + "peak_power_kw, expected_readings, measured_readings, estimated_readings, missing_readings, "
            + "measured_share, estimated_share, missing_share, suspect_share";
    /** Day 0 of Excel, in days since 1970. */
    private static final long EXCEL_DAY_0 = -25569;
    private static final double DAY_SECONDS = 86400;

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @ParameterizedTest
    @EnumSource
    void parquet_gives_back_every_value(ExportResolution resolution) throws Exception {
        Path file = STAGE.write(ExportStage.request(resolution), ExportFormat.PARQUET, folder);
        List<List<Object>> read = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet rows = duck.createStatement().executeQuery("select * from '" + file + "'")) {
            while (rows.next()) {
                read.add(row(rows));
            }
        }
        assertThat(read).hasSizeGreaterThan(6).isEqualTo(stored(resolution));
    }

    @ParameterizedTest
    @EnumSource
    void xlsx_gives_back_every_value(ExportResolution resolution) throws Exception {
        Path file = STAGE.write(ExportStage.request(resolution), ExportFormat.XLSX, folder);
        List<List<Object>> sheet = sheets(file).get(0);
        List<List<Object>> stored = stored(resolution);
        assertThat(sheet).hasSize(stored.size() + 1);
        for (int row = 0; row < stored.size(); row++) {
            List<Object> expected = stored.get(row).stream().map(ExportFormatsTest::withoutControls)
                    .collect(Collectors.toList());
            List<Object> cells = sheet.get(row + 1);
            List<Object> read = new ArrayList<>();
            for (int i = 0; i < expected.size(); i++) {
                read.add(ofExcel(expected.get(i), i < cells.size() ? cells.get(i) : null));
            }
            assertThat(read).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void csv_gives_back_every_value(ExportResolution resolution) throws Exception {
        Path file = STAGE.write(ExportStage.request(resolution), ExportFormat.CSV, folder);
        List<String> lines = Files.readAllLines(file);
        List<String> stored = stored(resolution).stream().map(row -> String.join(",", row.stream()
                .map(CsvCells::cell).toList())).toList();
        assertThat(lines.subList(1, lines.size())).isEqualTo(stored);
        assertThat(lines.get(1)).contains("'=Mill <&> \"\"1\"\"");
    }

    @Test
    void a_sheet_that_is_full_is_followed_by_another_with_the_header() throws Exception {
        RowSource source = new RowSource(STAGE.database.dataSource(), NamedSql.parse(
                "select n, 'text ' || n as t from generate_series(1, 25) n"), Map.of(), CellReader.PLAIN);
        Path file;
        try (ExportStream stream = ExportStream.open(source, XlsxRows.format(11), () -> { })) {
            file = ExportStage.copy(stream, folder.resolve("sheets.xlsx"));
        }
        List<List<List<Object>>> sheets = sheets(file);
        assertThat(sheets).extracting(List::size).containsExactly(11, 11, 6);
        assertThat(sheets).allMatch(sheet -> sheet.get(0).equals(List.of("n", "t")));
        assertThat(sheets.get(2).get(5)).isEqualTo(List.of(new BigDecimal("25"), "text 25"));
    }

    private static List<List<List<Object>>> sheets(Path file) throws IOException {
        List<List<List<Object>>> sheets = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file); ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    int[] width = {0};
                    sheets.add(rows.map(row -> {
                        width[0] = Math.max(width[0], row.getCellCount());
                        return cells(row, width[0]);
                    }).toList());
                }
            }
        }
        return sheets;
    }

    private static List<Object> cells(Row row, int width) {
        Object[] cells = new Object[width];
        for (Cell cell : row) {
            if (cell != null && cell.getType() != CellType.EMPTY) {
                cells[cell.getColumnIndex()] = cell.getType() == CellType.NUMBER ? cell.asNumber() : cell.getValue();
            }
        }
        return Arrays.asList(cells);
    }

    /** XML has no control characters. */
    private static Object withoutControls(Object value) {
        return value instanceof String text ? text.replaceAll("\\p{Cntrl}", "") : value;
    }

    /** A cell of Excel: numbers are decimals, days and times days since 1900. */
    private static Object ofExcel(Object stored, Object cell) {
        if (stored instanceof Instant && cell instanceof BigDecimal days) {
            long seconds = Math.round((days.doubleValue() + EXCEL_DAY_0) * DAY_SECONDS);
            return Instant.ofEpochSecond(seconds);
        }
        return stored instanceof LocalDate && cell instanceof BigDecimal days
                ? LocalDate.ofEpochDay(days.longValueExact() + EXCEL_DAY_0)
                : stored instanceof Long && cell instanceof BigDecimal number ? (Object) number.longValueExact()
                : cell instanceof BigDecimal number ? (Object) number.doubleValue() : cell;
    }

    /** What the database has, asked in other words than those of the export. */
    private static List<List<Object>> stored(ExportResolution resolution) throws SQLException {
        String sql = switch (resolution) {
            case SLOT -> "select o.organization_id, o.organization_name, r.channel_id, "
                    + "k.channel_name, r.\"timestamp\", "
                    + "r.data_quality, r.quality_method, r.energy_kwh, r.power_kw, r.voltage_v from readings r "
                    + "join channels k using (channel_id) join organizations o using (organization_id) "
                    + "where r.\"timestamp\" >= '%s' and r.\"timestamp\" < '%s' order by 3, 5";
            case HOUR -> "select organization_id, site_name, channel_id, channel_name, counts_toward_site, hour, date, "
                    + FIGURES + " from v_hourly_energy where hour >= '%s' and hour < '%s' order by 3, 6";
            case DAY -> "select organization_id, site_name, channel_id, channel_name, counts_toward_site, at, date, "
                    + FIGURES + " from v_daily_energy join v_site_channels using (channel_id, organization_id, "
                    + "channel_name, site_name, counts_toward_site), lateral (select day_start(date, time_zone) as at) "
                    + "where at >= '%s' and at < '%s' order by 3, 6";
        };
        List<List<Object>> stored = new ArrayList<>();
        try (Connection connection = STAGE.database.dataSource().getConnection();
                ResultSet rows = connection.createStatement().executeQuery(
                        String.format(sql, ExportStage.RANGE.start(), ExportStage.RANGE.end()))) {
            while (rows.next()) {
                stored.add(row(rows));
            }
        }
        return stored;
    }

    private static List<Object> row(ResultSet rows) throws SQLException {
        Object[] values = new Object[rows.getMetaData().getColumnCount()];
        for (int i = 0; i < values.length; i++) {
            Object value = rows.getObject(i + 1);
            values[i] = value instanceof Integer whole ? (Object) whole.longValue()
                    : value instanceof java.sql.Timestamp time ? time.toInstant()
                    : value instanceof OffsetDateTime time ? time.toInstant()
                    : value instanceof java.sql.Date day ? day.toLocalDate() : value;
        }
        return Arrays.asList(values);
    }
}
