package io.wattline.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows as CSV (RFC 4180, UTF-8, with a header). */
public final class CsvRows implements RowSink {

    private final OutputStream out;

    private CsvRows(OutputStream out) {
        this.out = out;
    }

    /** @param units by column name: the header says them */
    public static RowFormat format(Map<String, String> units) {
        return (columns, out) -> {
            CsvRows rows = new CsvRows(out);
            rows.line(columns.stream().map(column -> CsvCells.text(CsvCells.header(column.name(), units)))
                    .collect(Collectors.joining(",")));
            return rows;
        };
    }

    @Override
    public void row(Object[] values) throws IOException {
        line(Arrays.stream(values).map(CsvCells::cell).collect(Collectors.joining(",")));
    }

    private void line(String line) throws IOException {
        out.write((line + CsvCells.LINE_END).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void end() {
        // CSV has no end
    }
}
