package io.wattline.http;

import io.wattline.alert.AlertActions;
import io.wattline.settings.Durations;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** Acknowledges alerts, opens and ends silences. */
public final class AlertHandlers {

    private final AlertActions alerts;
    private final Runnable deliver;

    /** @param deliver starts the delivery of notifications and returns at once */
    public AlertHandlers(AlertActions alerts, Runnable deliver) {
        this.alerts = alerts;
        this.deliver = deliver;
    }

    Map<String, OperationHandler> handlers() {
        return Map.of("alert-acknowledge", this::acknowledge, "alert-silence", this::silence, "silence-end",
                this::endSilence);
    }

    private ApiResponse acknowledge(ApiOperation operation, Arguments arguments) throws SQLException, ProblemException {
        long id = arguments.number("alert");
        if (!alerts.acknowledge(id, arguments.text("by"))) {
            throw new ProblemException(409, "Alert " + id + " is not firing "
                    + "or does not exist; GET /api/alerts lists those that are");
        }
        deliver.run();
        return ApiResponse.json(Map.of("acknowledged", id));
    }

    private ApiResponse silence(ApiOperation operation, Arguments arguments) throws SQLException, ProblemException {
        Integer channel = arguments.has("channel") ? Math.toIntExact(arguments.number("channel")) : null;
        long id = alerts.silence(arguments.text("rule"), arguments.text("site"), channel, length(arguments.text("for")),
                arguments.text("reason"), arguments.text("by"));
        return ApiResponse.json(Map.of("silence", id));
    }

    private static Duration length(String text) throws ProblemException {
        return Durations.parse(text).filter(found -> !found.isZero()).orElseThrow(() ->
                ProblemException.of("for", "is '" + text + "'; allowed: a duration above 0 such as 30m, 2h or 7d"));
    }

    private ApiResponse endSilence(ApiOperation operation, Arguments arguments) throws SQLException, ProblemException {
        long id = arguments.number("silence");
        if (!alerts.endSilence(id)) {
            throw new ProblemException(409, "Silence " + id
                    + " has ended or does not exist; GET /api/silences lists active ones");
        }
        return ApiResponse.json(Map.of("ended", id));
    }
}
