package io.wattline.forecast.method;

/** How often an event followed days of the same class. A prior stands in until enough days are counted. */
final class RiskTable {

    /** The prior weighs as many days. */
    private static final double PRIOR_DAYS = 6;

    private final double[] prior;
    private final int[] days;
    private final int[] events;

    /** @param prior probability for each class */
    RiskTable(double... prior) {
        this.prior = prior.clone();
        this.days = new int[prior.length];
        this.events = new int[prior.length];
    }

    void count(int riskClass, boolean event) {
        days[riskClass]++;
        events[riskClass] += event ? 1 : 0;
    }

    double risk(int riskClass) {
        return (events[riskClass] + PRIOR_DAYS * prior[riskClass]) / (days[riskClass] + PRIOR_DAYS);
    }

    /** Such as {@code of 47 days like this, 36 were followed by}. */
    String reason(int riskClass) {
        return days[riskClass] == 0 ? "no day like this has been seen yet; as a rule "
                + Math.round(100 * prior[riskClass]) + " of 100 were followed by one"
                : "of " + days[riskClass] + " days like this, " + events[riskClass] + " were followed by one";
    }
}
