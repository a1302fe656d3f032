package io.wattline.anomaly;

/** {@link AnomalyOperations} of a running service. */
public final class AnomalyControl implements AnomalyOperations {

    private final AnomalyActions actions;
    private final String operator;

    /** @param operator as who a verdict is written down */
    public AnomalyControl(AnomalyActions actions, String operator) {
        this.actions = actions;
        this.operator = operator;
    }

    @Override
    public String acceptAnomaly(long anomalyId, String reason) {
        return done(actions.accept(anomalyId, operator, reason), anomalyId, "is normal");
    }

    @Override
    public String confirmAnomaly(long anomalyId, String reason) {
        return done(actions.confirm(anomalyId, operator, reason), anomalyId, "is a fault");
    }

    @Override
    public String withdrawAnomaly(long anomalyId) {
        return done(actions.withdraw(anomalyId, operator), anomalyId, "has no verdict any more");
    }

    private static String done(boolean done, long anomalyId, String what) {
        if (!done) {
            throw new IllegalArgumentException("Anomaly " + anomalyId + " does not exist or has no verdict; "
                    + "see wattline anomalies list --all. Nothing was done.");
        }
        return "Anomaly " + anomalyId + " " + what + ".";
    }
}
