package io.wattline.export;

import io.wattline.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Reads a value of the current row of a result. */
@FunctionalInterface
public interface CellReader {

    /** Each value as the class that {@link ColumnType} names. */
    CellReader PLAIN = (row, column, sqlType) -> switch (ColumnType.of(sqlType)) {
        case TIME -> Sql.instant(row, row.getMetaData().getColumnLabel(column));
        case DAY -> row.getObject(column, LocalDate.class);
        case WHOLE, NUMBER, FLAG -> row.getObject(column);
        case TEXT -> row.getString(column);
    };

    /** @param column from 1 on */
    Object read(ResultSet row, int column, String sqlType) throws SQLException;
}
