package io.wattline.forecast;

import io.wattline.forecast.method.DaySeries;
import io.wattline.forecast.method.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** The daily values of one subject while they are read; days without a row are NaN. */
final class DayRows {

    private final Subject subject;
    private final LocalDate first;
    private final double[][] values;
    private int from;
    private int end;

    DayRows(Subject subject, LocalDate first, int days, int columns) {
        this.subject = subject;
        this.first = first;
        this.values = new double[columns][days];
        this.from = days;
        for (double[] column : values) {
            Arrays.fill(column, Double.NaN);
        }
    }

    void add(LocalDate day, ResultSet row, String... columns) throws SQLException {
        int index = (int) ChronoUnit.DAYS.between(first, day);
        from = Math.min(from, index);
        end = Math.max(end, index + 1);
        for (int column = 0; column < columns.length; column++) {
            double value = row.getDouble(columns[column]);
            values[column][index] = row.wasNull() ? Double.NaN : value;
        }
    }

    Subject subject() {
        return subject;
    }

    /** From the first day that has a row. */
    DaySeries series(int column) {
        return new DaySeries(first.plusDays(from), Arrays.copyOfRange(values[column], from, end));
    }

    /** The value of the last day that has a row. */
    double last(int column) {
        return values[column][end - 1];
    }
}
