package io.wattline.http;

import io.wattline.anomaly.AnomalyActions;
import io.wattline.anomaly.StoredBacktest;
import java.util.List;
import java.util.Map;

/** Takes verdicts on anomalies, and measures the detectors on a channel. */
public final class AnomalyHandlers {

    private final AnomalyActions anomalies;
    private final StoredBacktest backtest;

    public AnomalyHandlers(AnomalyActions anomalies, StoredBacktest backtest) {
        this.anomalies = anomalies;
        this.backtest = backtest;
    }

    Map<String, OperationHandler> handlers() {
        return Map.of("anomaly-accept", this::accept, "anomaly-confirm", this::confirm, "anomaly-withdraw",
                this::withdraw, "anomaly-backtest", this::backtest);
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

    private ApiResponse backtest(ApiOperation operation, Arguments arguments) throws ProblemException {
        int channel = Math.toIntExact(arguments.number("channel"));
        try {
            return ApiResponse.json(Map.of("channelId", channel, "report", backtest.run(List.of(channel),
                    Math.toIntExact(arguments.number("days")), 1, (done, of) -> { }).text()));
        } catch (IllegalArgumentException e) {
            throw ProblemException.of("channel", "is " + channel + ". " + e.getMessage());
        }
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
