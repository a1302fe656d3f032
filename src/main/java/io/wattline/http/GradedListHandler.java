package io.wattline.http;

import io.wattline.quality.Scorecard;
import java.sql.SQLException;
import java.util.Map;

/** Lists channels or sites and adds the grade of each, which is computed in Java. */
public final class GradedListHandler implements OperationHandler {

    /** Scorecards by id. */
    private interface Cards {
        Map<String, Scorecard> get() throws SQLException;
    }

    private final SqlHandler sql;
    private final Cards cards;
    private final String idName;

    private GradedListHandler(SqlHandler sql, Cards cards, String idName) {
        this.sql = sql;
        this.cards = cards;
        this.idName = idName;
    }

    public static GradedListHandler channels(SqlHandler sql, GradeCache grades) {
        return new GradedListHandler(sql, grades::channels, "channelId");
    }

    public static GradedListHandler sites(SqlHandler sql, GradeCache grades) {
        return new GradedListHandler(sql, grades::sites, "siteId");
    }

    @Override
    public ApiResponse handle(ApiOperation operation, Arguments arguments) throws SQLException, ProblemException {
        Map<String, Object> content = sql.content(operation, arguments);
        Map<String, Scorecard> byId = cards.get();
        SqlHandler.items(content).forEach(item -> item.put("grade", grade(byId.get(String.valueOf(item.get(idName))))));
        return ApiResponse.json(content);
    }

    private static String grade(Scorecard card) {
        return card == null ? null : card.grade().toString();
    }
}
