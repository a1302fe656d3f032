package io.wattline.http;

import io.wattline.quality.Dimension;
import io.wattline.quality.Scorecard;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds to a channel what no statement knows: its grade, and the units of its fields. */
public final class ChannelHandler implements OperationHandler {

    private final SqlHandler sql;
    private final GradeCache grades;
    private final Map<String, String> units;

    /** @param units of the value columns of table {@code readings}, by column name */
    public ChannelHandler(SqlHandler sql, GradeCache grades, Map<String, String> units) {
        this.sql = sql;
        this.grades = grades;
        this.units = units;
    }

    @Override
    @SuppressWarnings("unchecked")
    public ApiResponse handle(ApiOperation operation, Arguments arguments) throws SQLException, ProblemException {
        Map<String, Object> content = sql.content(operation, arguments);
        List<Map<String, Object>> fields = (List<Map<String, Object>>) content.get("fields");
        content.put("fields", fields.stream().filter(field -> units.containsKey(field.get("column")))
                .peek(field -> field.put("unit", units.get(field.get("column")))).toList());
        content.put("grade", grade(grades.channels().get(String.valueOf(arguments.number("id")))));
        return ApiResponse.json(content);
    }

    private static Map<String, Object> grade(Scorecard card) {
        if (card == null) {
            return null;
        }
        Map<String, Object> grade = new LinkedHashMap<>();
        grade.put("grade", card.grade());
        grade.put("reasons", card.because());
        grade.put("dimensions", Arrays.stream(Dimension.values()).filter(card.shares()::containsKey)
                .map(dimension -> dimension(card, dimension)).toList());
        return grade;
    }

    private static Map<String, Object> dimension(Scorecard card, Dimension dimension) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("dimension", dimension.text());
        found.put("grade", card.grades().get(dimension));
        found.put("value", card.shares().get(dimension));
        return found;
    }
}
