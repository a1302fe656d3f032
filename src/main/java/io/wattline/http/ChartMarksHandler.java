package io.wattline.http;

import io.wattline.channel.Channel;
import io.wattline.channel.Channels;
import io.wattline.deadletter.DeadLetterPages;
import io.wattline.reading.Column;
import io.wattline.reading.Reading;
import io.wattline.reading.SourceFormat;
import io.wattline.reading.UnusableResponseException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The marks of a chart. The value of a rejected reading is in its payload, so the payload is read like a response of
 * the source.
 */
public final class ChartMarksHandler implements OperationHandler {

    /** Nothing is stored, so no run is named. */
    private static final long NO_RUN = 0;

    private final SqlHandler sql;
    private final SourceFormat format;
    private final Channels channels;

    public ChartMarksHandler(SqlHandler sql, SourceFormat format, Channels channels) {
        this.sql = sql;
        this.format = format;
        this.channels = channels;
    }

    @Override
    @SuppressWarnings("unchecked")
    public ApiResponse handle(ApiOperation operation, Arguments arguments) throws SQLException, ProblemException {
        Column column = column(arguments.text("column"));
        Map<String, Object> content = sql.content(operation, arguments);
        Optional<Channel> channel = channels.find(Math.toIntExact(arguments.number("id")));
        DeadLetterPages payloads = new DeadLetterPages(format, id -> channel);
        ((List<Map<String, Object>>) content.get("rejected")).forEach(reading ->
                reading.put("value", value(payloads, (String) reading.remove("payload"), column)));
        return ApiResponse.json(content);
    }

    private static Column column(String name) throws ProblemException {
        try {
            return name == null ? null : Column.of(name);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of("column", "is '" + name + "'. " + e.getMessage());
        }
    }

    /** Null where the payload holds no finite value. */
    private static Double value(DeadLetterPages payloads, String payload, Column column) {
        try {
            List<Reading> readings = column == null ? List.of() : payloads.page(payload, NO_RUN).readings();
            return readings.stream().map(reading -> reading.value(column)).filter(Double::isFinite).findFirst()
                    .orElse(null);
        } catch (UnusableResponseException e) {
            return null;
        }
    }
}
