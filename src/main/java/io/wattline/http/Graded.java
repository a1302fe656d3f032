package io.wattline.http;

import io.wattline.quality.Scorecard;
import java.sql.SQLException;
import java.util.Map;

/** A list of channels or sites with the grade of each, which is worked out in Java. */
public final class Graded implements Handler {

    /** The scorecards of what is listed, by id. */
    public interface Cards {
        Map<String, Scorecard> get() throws SQLException;
    }

    private final SqlAnswers sql;
    private final Cards cards;
    private final String id;

    private Graded(SqlAnswers sql, Cards cards, String id) {
        this.sql = sql;
        this.cards = cards;
        this.id = id;
    }

    public static Graded channels(SqlAnswers sql, Grades grades) {
        return new Graded(sql, grades::channels, "channelId");
    }

    public static Graded sites(SqlAnswers sql, Grades grades) {
        return new Graded(sql, grades::sites, "siteId");
    }

    @Override
    public HttpReply answer(Operation operation, Arguments arguments) throws SQLException, ProblemException {
        Map<String, Object> content = sql.content(operation, arguments);
        Map<String, Scorecard> found = cards.get();
        SqlAnswers.items(content).forEach(item -> item.put("grade", grade(found.get(String.valueOf(item.get(id))))));
        return HttpReply.json(content);
    }

    private static String grade(Scorecard card) {
        return card == null ? null : card.grade().toString();
    }
}
