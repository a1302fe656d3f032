package io.wattline.http;

import io.wattline.alert.AlertActions;
import io.wattline.settings.Durations;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** What people do to alerts and silences. */
public final class AlertHandlers {

    private final AlertActions desk;
    private final Runnable deliver;

    /** @param deliver sends what waits to be told; does not wait for it */
    public AlertHandlers(AlertActions desk, Runnable deliver) {
        this.desk = desk;
        this.deliver = deliver;
    }

    /** By operations. */
    public Map<String, Handler> handlers() {
        return Map.of("alert-acknowledge", this::acknowledge, "alert-silence", this::silence, "silence-end", this::endSilence);
    }

    private HttpReply acknowledge(Operation operation, Arguments arguments) throws SQLException, ProblemException {
        long id = arguments.number("alert");
        if (!desk.acknowledge(id, arguments.text("by"))) {
            throw new ProblemException(409, "Alert " + id + " does not fire; /api/alerts has those that do");
        }
        deliver.run();
        return HttpReply.json(Map.of("acknowledged", id));
    }

    private HttpReply silence(Operation operation, Arguments arguments) throws SQLException, ProblemException {
        Duration length = Durations.parse(arguments.text("for")).filter(found -> !found.isZero())
                .orElseThrow(() -> ProblemException.of("for", "is '" + arguments.text("for") + "'; allowed: a length of time above 0 such as 30m, 2h or 7d"));
        Integer channel = arguments.has("channel") ? Math.toIntExact(arguments.number("channel")) : null;
        return HttpReply.json(Map.of("silence", desk.silence(arguments.text("rule"), arguments.text("site"), channel, length, arguments.text("reason"), arguments.text("by"))));
    }

    private HttpReply endSilence(Operation operation, Arguments arguments) throws SQLException, ProblemException {
        long id = arguments.number("silence");
        if (!desk.endSilence(id)) {
            throw new ProblemException(409, "Silence " + id + " is over, or there is none; /api/silences has those that are on");
        }
        return HttpReply.json(Map.of("ended", id));
    }
}
