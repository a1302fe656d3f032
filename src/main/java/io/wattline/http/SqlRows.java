package io.wattline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.wattline.database.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Rows of a result as they are answered: the column {@code energy_kwh} is {@code energyKwh}, a column of JSON is what it holds. */
final class SqlRows {

    /** Column that says where a page ends; it is not part of a row. */
    static final String CURSOR = "cursor";
    private static final Pattern WORD = Pattern.compile("_([a-z0-9])");

    private SqlRows() {
    }

    /** @param asTheyAre columns that keep their names */
    static Map<String, Object> map(ResultSet row, Set<String> asTheyAre) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String label = columns.getColumnLabel(i);
            map.put(asTheyAre.contains(label) ? label : camel(label), value(row, i, columns.getColumnTypeName(i)));
        }
        return map;
    }

    static String camel(String label) {
        return WORD.matcher(label).replaceAll(match -> match.group(1).toUpperCase(java.util.Locale.ROOT));
    }

    /** A value of Java that {@link WebJson} can write; null where it is. */
    static Object value(ResultSet row, int column, String type) throws SQLException {
        return switch (type) {
            case "timestamptz" -> Sql.instant(row, row.getMetaData().getColumnLabel(column));
            case "date" -> row.getObject(column, java.time.LocalDate.class);
            case "json", "jsonb" -> tree(row.getString(column));
            case "_text", "_int4", "_int8", "_float8" -> items(row.getArray(column));
            default -> row.getObject(column);
        };
    }

    private static Object items(Array array) throws SQLException {
        return array == null ? null : Arrays.asList((Object[]) array.getArray());
    }

    private static Object tree(String json) {
        try {
            return json == null ? null : WebJson.read(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL gave JSON that is none", e);
        }
    }
}
