package io.wattline.http;

import io.wattline.database.NamedSql;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Readings of a channel: single readings with the requested columns, or sums by hour or day. */
public final class ReadingsHandler implements OperationHandler {

    private final SqlHandler sql;
    private final Map<String, String> units;
    private final CsvExports exports;
    private final Clock clock;

    /** @param units of the value columns of table {@code readings}, by column name */
    public ReadingsHandler(SqlHandler sql, Map<String, String> units, CsvExports exports, Clock clock) {
        this.sql = sql;
        this.units = units;
        this.exports = exports;
        this.clock = clock;
    }

    @Override
    public ApiResponse handle(ApiOperation operation, Arguments arguments) throws SQLException, ProblemException {
        if (!arguments.instant("end").isAfter(arguments.instant("start"))) {
            throw ProblemException.of("end", "is not after start; allowed: later than " + arguments.instant("start"));
        }
        String step = arguments.text("step");
        Set<String> columns = step.equals("raw") ? new LinkedHashSet<>(arguments.list("columns")) : Set.of();
        NamedSql statement = statement(step, columns);
        Map<String, Object> content = sql.content(operation, arguments);
        if (arguments.isCsv()) {
            return exports.csv("readings-" + arguments.number("id") + "-"
                    + step, statement, arguments.forStatement(clock));
        }
        content.putAll(sql.page(statement, arguments.forStatement(clock), columns));
        return ApiResponse.json(content);
    }

    /** Lists the columns that can be requested. */
    ApiResponse columns(ApiOperation operation, Arguments arguments) {
        return ApiResponse.json(Map.of("items", units.entrySet().stream()
                .map(each -> Map.of("column", each.getKey(), "unit", each.getValue())).toList()));
    }

    private NamedSql statement(String step, Set<String> columns) throws ProblemException {
        List<String> unknown = columns.stream().filter(column -> !units.containsKey(column)).toList();
        if (!unknown.isEmpty()) {
            throw ProblemException.of("columns", "has " + unknown
                    + ", which are no columns of table readings; allowed: " + units.keySet());
        }
        String list = columns.stream().map(column -> "r." + column).collect(Collectors.joining(", "));
        return NamedSql.parse(WebStatements.text("readings-" + step + ".items").orElseThrow()
                .replace("{columns}", list));
    }
}
