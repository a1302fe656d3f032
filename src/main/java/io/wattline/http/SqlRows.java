package io.wattline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.wattline.database.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rows of a result as JSON objects: column {@code energy_kwh} becomes {@code energyKwh}, a JSON column becomes its
 * content.
 */
final class SqlRows {

    /** Column that says where a page ends; it is not part of the response. */
    static final String CURSOR = "cursor";
    private static final Pattern WORD = Pattern.compile("_([a-z0-9])");

    private SqlRows() {
    }

    /** @param sqlNames columns that keep their names */
    static Map<String, Object> map(ResultSet row, Set<String> sqlNames) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String label = columns.getColumnLabel(i);
            map.put(sqlNames.contains(label) ? label : camel(label), value(row, i, columns.getColumnTypeName(i)));
        }
        return map;
    }

    static String camel(String label) {
        return WORD.matcher(label).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    /** A value that {@link WebJson} can write; null for null. */
    static Object value(ResultSet row, int column, String type) throws SQLException {
        return switch (type) {
            case "timestamptz" -> Sql.instant(row, row.getMetaData().getColumnLabel(column));
            case "date" -> row.getObject(column, LocalDate.class);
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
            throw new IllegalStateException("PostgreSQL returned invalid JSON", e);
        }
    }
}
