package io.wattline.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Rows as a workbook of Excel. Times are UTC. A sheet holds 1,048,576 rows; what is more goes to further sheets, each
 * with the header. A text is a text, also where it begins like a formula.
 */
final class XlsxRows implements RowSink {

    private static final int ROWS_MAX = 1_048_576;
    private static final int ROWS_AT_ONCE = 500;
    private static final int WIDTH = 20;

    private final List<ExportColumn> columns;
    private final Workbook workbook;
    private final int rowsMax;
    private Worksheet sheet;
    private int sheets;
    private int row;

    private XlsxRows(List<ExportColumn> columns, OutputStream out, int rowsMax) {
        this.columns = columns;
        this.workbook = new Workbook(out, "Wattline", null);
        this.rowsMax = rowsMax;
        open();
    }

    static RowSink open(List<ExportColumn> columns, OutputStream out) {
        return new XlsxRows(columns, out, ROWS_MAX);
    }

    /** For tests: sheets of fewer rows. */
    static RowFormat format(int rowsMax) {
        return (columns, out) -> new XlsxRows(columns, out, rowsMax);
    }

    private void open() {
        sheets++;
        sheet = workbook.newWorksheet("Export" + (sheets == 1 ? "" : " " + sheets));
        sheet.freezePane(0, 1);
        row = 0;
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, WIDTH);
            sheet.inlineString(row, i, columns.get(i).name());
            sheet.style(row, i).bold().set();
        }
        row++;
    }

    @Override
    public void row(Object[] values) throws IOException {
        if (row == rowsMax) {
            sheet.finish();
            open();
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                cell(i, values[i]);
            }
        }
        row++;
        if (row % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof Boolean flag) {
            sheet.value(row, column, flag);
        } else if (value instanceof Instant time) {
            sheet.value(row, column, LocalDateTime.ofInstant(time, ZoneOffset.UTC));
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else {
            sheet.inlineString(row, column, value.toString());
        }
    }

    @Override
    public void end() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
