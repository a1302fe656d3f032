package io.wattline.http;

import io.wattline.anomaly.AnomalyActions;
import java.util.Map;

/** Takes verdicts on anomalies. */
public final class AnomalyHandlers {

    private final AnomalyActions anomalies;

    public AnomalyHandlers(AnomalyActions anomalies) {
        this.anomalies = anomalies;
    }

    Map<String, OperationHandler> handlers() {
        return Map.of("anomaly-accept", this::accept, "anomaly-confirm", this::confirm, "anomaly-withdraw",
                this::withdraw);
    }

    private ApiResponse accept(ApiOperation operation, Arguments arguments) throws ProblemException {
        long id = arguments.number("anomaly");
        return response(anomalies.accept(id, arguments.text("by"), arguments.text("reason")), "accepted", id,
                "does not exist");
    }

    private ApiResponse confirm(ApiOperation operation, Arguments arguments) throws ProblemException {
        long id = arguments.number("anomaly");
        return response(anomalies.confirm(id, arguments.text("by"), arguments.text("reason")), "confirmed", id,
                "does not exist");
    }

    private ApiResponse withdraw(ApiOperation operation, Arguments arguments) throws ProblemException {
        long id = arguments.number("anomaly");
        return response(anomalies.withdraw(id, arguments.text("by")), "withdrawn", id,
                "does not exist or has no verdict");
    }

    private static ApiResponse response(boolean done, String verb, long id, String otherwise)
            throws ProblemException {
        if (!done) {
            throw new ProblemException(409, "Anomaly " + id + " " + otherwise
                    + "; GET /api/anomalies?state=all lists those that exist");
        }
        return ApiResponse.json(Map.of(verb, id));
    }
}
