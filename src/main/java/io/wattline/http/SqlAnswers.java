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
import javax.sql.DataSource;

/**
 * Answers an operation from its statements: {@code db/web/<operation>.sql} is the object itself (404 without a row), {@code db/web/<operation>.<part>.sql} a part of it:
 * a list where the schema says so, else an object, null without a row. The list {@code items} is paged: its statement takes {@code :limit} and {@code :after} (a JSON list, the {@code cursor} of the last row before) and gives {@code cursor}.
 */
public final class SqlAnswers implements Handler {

    /** SQLSTATE class of values that cannot be read. */
    private static final String UNREADABLE = "22";
    private static final String ITEMS = "items";

    /** Whoever asks over HTTP does not wait for longer, and the server does not work on for nobody. */
    private static final int QUERY_SECONDS_MAX = 20;

    private final Sql sql;
    private final Exports exports;
    private final Clock clock;

    public SqlAnswers(DataSource database, Exports exports, Clock clock) {
        this.sql = new Sql(database, QUERY_SECONDS_MAX);
        this.exports = exports;
        this.clock = clock;
    }

    @Override
    public HttpReply answer(Operation operation, Arguments arguments) throws SQLException, ProblemException {
        if (arguments.isCsv()) {
            return exports.csv(operation.id(), WebStatements.find(operation.id() + "." + ITEMS).orElseThrow(), arguments.forStatement(clock));
        }
        return HttpReply.json(content(operation, arguments));
    }

    /** The answer before it is written, for whom has something to add. */
    Map<String, Object> content(Operation operation, Arguments arguments) throws SQLException, ProblemException {
        Map<String, Object> values = arguments.forStatement(clock);
        Map<String, Object> content = new LinkedHashMap<>();
        NamedSql object = WebStatements.find(operation.id()).orElse(null);
        if (object != null) {
            content.putAll(rows(object, values, Set.of()).stream().findFirst().orElseThrow(() -> new ProblemException(404, "There is no such thing here: " + arguments.said())));
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

    /** The rows of a page. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> items(Map<String, Object> content) {
        return (List<Map<String, Object>>) content.get(ITEMS);
    }

    private static boolean isList(JsonNode schema) {
        return schema.path("type").asText().equals("array");
    }

    /** {@code items} and {@code next}. */
    Map<String, Object> page(NamedSql statement, Map<String, Object> arguments, Set<String> asTheyAre) throws SQLException, ProblemException {
        Map<String, Object> values = new LinkedHashMap<>(arguments);
        String after = Cursor.unpack((String) values.get("after"));
        int limit = Math.toIntExact((Long) values.getOrDefault("limit", (long) Integer.MAX_VALUE - 1));
        values.put("after", after);
        values.put("limit", limit + 1L);
        List<Map<String, Object>> items = rowsAfter(after, statement, values, asTheyAre);
        boolean more = items.size() > limit;
        String next = more ? Cursor.pack(String.valueOf(items.get(limit - 1).get(SqlRows.CURSOR))) : null;
        items.forEach(item -> item.remove(SqlRows.CURSOR));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(ITEMS, more ? items.subList(0, limit) : items);
        page.put("next", next);
        return page;
    }

    private List<Map<String, Object>> rowsAfter(String after, NamedSql statement, Map<String, Object> values, Set<String> asTheyAre) throws SQLException, ProblemException {
        try {
            return rows(statement, values, asTheyAre);
        } catch (SQLException e) {
            if (after != null && String.valueOf(e.getSQLState()).startsWith(UNREADABLE)) {
                throw Cursor.wrong(e);
            }
            throw e;
        }
    }

    List<Map<String, Object>> rows(NamedSql statement, Map<String, Object> values, Set<String> asTheyAre) throws SQLException {
        return sql.query(statement.text(), row -> SqlRows.map(row, asTheyAre), statement.arguments(values));
    }
}
