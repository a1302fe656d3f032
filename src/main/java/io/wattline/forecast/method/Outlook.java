package io.wattline.forecast.method;

/**
 * What a method says of one subject.
 *
 * @param horizon     how far it looks ahead: days, hours with {@link ForecastKind#BACKLOG}
 * @param probability of the event within the horizon, 0 to 1
 * @param persistence what "it goes on as it is" says, 0 or 1
 * @param line        what a straight line through the last week says, 0 or 1
 * @param limit       the value at which the event happens
 * @param value       80 % interval of the value at the end of the horizon; null where none is given
 * @param due         80 % interval of when the limit is reached, in the unit of the horizon; null where none is given
 * @param sentence    the forecast and its reason, for people
 * @param lookBack    look-back in s that would reach; null where it is not about that
 */
public record Outlook(ForecastKind kind, Subject subject, int horizon, double probability, double persistence,
        double line, double limit, Interval value, Interval due, String sentence, Integer lookBack) {

    /** An 80 % interval; {@code high} may be infinite. */
    public record Interval(double low, double high) {

        public boolean holds(double truth) {
            return truth >= low && truth <= high;
        }
    }

    public Outlook {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(kind + " of " + subject.key() + ": probability " + probability
                    + "; allowed: 0 to 1");
        }
    }
}
