package io.wattline.http;

import io.wattline.channel.Channel;
import io.wattline.channel.Channels;
import io.wattline.deadletter.Replays;
import io.wattline.eniscope.Normaliser;
import io.wattline.reading.Column;
import io.wattline.reading.Reading;
import io.wattline.reading.UnusableResponseException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be seen beside the readings of a channel. What was rejected has its value in the payload, in the vendor's words: it is read as answers are. */
public final class ChartMarks implements Handler {

    /** Nothing is stored on its behalf. */
    private static final long NO_RUN = 0;

    private final SqlAnswers sql;
    private final Normaliser normaliser;
    private final Channels channels;

    public ChartMarks(SqlAnswers sql, Normaliser normaliser, Channels channels) {
        this.sql = sql;
        this.normaliser = normaliser;
        this.channels = channels;
    }

    @Override
    @SuppressWarnings("unchecked")
    public HttpReply answer(Operation operation, Arguments arguments) throws SQLException, ProblemException {
        Column column = column(arguments.text("column"));
        Map<String, Object> content = sql.content(operation, arguments);
        Optional<Channel> channel = channels.find(Math.toIntExact(arguments.number("id")));
        Replays payloads = new Replays(normaliser, id -> channel);
        ((List<Map<String, Object>>) content.get("rejected")).forEach(letter -> letter.put("value", value(payloads, (String) letter.remove("payload"), column)));
        return HttpReply.json(content);
    }

    private static Column column(String name) throws ProblemException {
        try {
            return name == null ? null : Column.of(name);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of("column", "is '" + name + "'. " + e.getMessage());
        }
    }

    /** Null where nothing finite can be read. */
    private static Double value(Replays payloads, String payload, Column column) {
        try {
            List<Reading> readings = column == null ? List.of() : payloads.page(payload, NO_RUN).readings();
            return readings.stream().map(reading -> reading.value(column)).filter(Double::isFinite).findFirst().orElse(null);
        } catch (UnusableResponseException e) {
            return null;
        }
    }
}
