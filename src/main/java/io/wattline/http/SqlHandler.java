package io.wattline.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Handles an operation with its statements. {@code db/web/<operation>.sql} gives the object itself (404 without a row),
 * {@code db/web/<operation>.<part>.sql} a part of it: a list where the schema says so, else an object, null without a
 * row. The list {@code items} is paged: its statement takes {@code :limit} and {@code :after} (a JSON list, column
 * {@code cursor} of the last row before) and gives column {@code cursor}.
 */
public final class SqlHandler implements OperationHandler {

    /** SQLSTATE class of invalid values. */
    private static final String DATA_EXCEPTION = "22";
    private static final String ITEMS = "items";

    /** No client over HTTP waits for longer; the server then cancels the statement. */
    private static final int QUERY_SECONDS_MAX = 20;

    private final Sql sql;
    private final CsvExports exports;
    private final Clock clock;

    public SqlHandler(DataSource database, CsvExports exports, Clock clock) {
        this.sql = new Sql(database, QUERY_SECONDS_MAX);
        this.exports = exports;
        this.clock = clock;
    }

    @Override
    public ApiResponse handle(ApiOperation operation, Arguments arguments) throws SQLException, ProblemException {
        if (arguments.isCsv()) {
            NamedSql items = WebStatements.find(operation.id() + "." + ITEMS).orElseThrow();
            return exports.csv(operation.id(), items, arguments.forStatement(clock));
        }
        return ApiResponse.json(content(operation, arguments));
    }

    /** The content of the response, for handlers that add to it. */
    Map<String, Object> content(ApiOperation operation, Arguments arguments) throws SQLException, ProblemException {
        Map<String, Object> values = arguments.forStatement(clock);
        Map<String, Object> content = new LinkedHashMap<>();
        NamedSql object = WebStatements.find(operation.id()).orElse(null);
        if (object != null) {
            content.putAll(rows(object, values, Set.of()).stream().findFirst()
                    .orElseThrow(() -> missing(operation, arguments)));
        }
        for (Map.Entry<String, JsonNode> part : operation.response().path("properties").properties()) {
            NamedSql statement = WebStatements.find(operation.id() + "." + part.getKey()).orElse(null);
            if (statement != null && part.getKey().equals(ITEMS)) {
                content.putAll(page(statement, values, Set.of()));
            } else if (statement != null) {
                List<Map<String, Object>> rows = rows(statement, values, Set.of());
                content.put(part.getKey(), isList(part.getValue()) ? rows : rows.stream().findFirst().orElse(null));
            }
        }
        return content;
    }

    /** Such as "Alert 99 does not exist"; the path of the operation says what is missing. */
    private static ProblemException missing(ApiOperation operation, Arguments arguments) {
        String what = operation.id().replace('-', ' ');
        String values = operation.template().names().stream().map(name -> String.valueOf(arguments.given().get(name)))
                .collect(Collectors.joining(", "));
        return new ProblemException(404, Character.toUpperCase(what.charAt(0)) + what.substring(1) + " " + values
                + " does not exist");
    }

    /** The rows of a page. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> items(Map<String, Object> content) {
        return (List<Map<String, Object>>) content.get(ITEMS);
    }

    private static boolean isList(JsonNode schema) {
        return schema.path("type").asText().equals("array");
    }

    /**
     * {@code items} and {@code next}.
     *
     * @param sqlNames columns that keep their names, such as energy_kwh
     */
    Map<String, Object> page(NamedSql statement, Map<String, Object> arguments, Set<String> sqlNames)
            throws SQLException, ProblemException {
        Map<String, Object> values = new LinkedHashMap<>(arguments);
        String after = PageCursor.decode((String) values.get("after"));
        int limit = Math.toIntExact((Long) values.getOrDefault("limit", (long) Integer.MAX_VALUE - 1));
        values.put("after", after);
        values.put("limit", limit + 1L);
        List<Map<String, Object>> items = rowsAfter(after, statement, values, sqlNames);
        boolean more = items.size() > limit;
        String next = more ? PageCursor.encode(String.valueOf(items.get(limit - 1).get(SqlRows.CURSOR))) : null;
        items.forEach(item -> item.remove(SqlRows.CURSOR));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(ITEMS, more ? items.subList(0, limit) : items);
        page.put("next", next);
        return page;
    }

    private List<Map<String, Object>> rowsAfter(String after, NamedSql statement, Map<String, Object> values,
            Set<String> sqlNames)
            throws SQLException, ProblemException {
        try {
            return rows(statement, values, sqlNames);
        } catch (SQLException e) {
            if (after != null && String.valueOf(e.getSQLState()).startsWith(DATA_EXCEPTION)) {
                throw PageCursor.invalid(e);
            }
            throw e;
        }
    }

    List<Map<String, Object>> rows(NamedSql statement, Map<String, Object> values, Set<String> sqlNames)
            throws SQLException {
        return sql.query(statement.text(), row -> SqlRows.map(row, sqlNames), statement.arguments(values));
    }
}
