package io.wattline.quality;

import io.wattline.eniscope.ApiRequest;
import io.wattline.eniscope.FieldUnits;
import io.wattline.reading.RootCauses;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Holds the readings kept of a day against what the source's register says of it. A whole day must agree within the tolerance; of a day with missing readings the
 * register may say more, but never less. A day that holds caught-up energy of a gap before it is no measure.
 */
public final class SumChecks {

    private final CheckRule rule;
    private final SourceTotal totals;
    private final boolean sourceKnown;

    /**
     * @param units       which units the source may name
     * @param sourceKnown false where no account of the source is set: then the rule cannot run, and says so
     */
    public SumChecks(QualityStandard standard, FieldUnits units, boolean sourceKnown) {
        this.rule = standard.check(QualityChecks.SUM_CHECK);
        this.totals = new SourceTotal(units);
        this.sourceKnown = sourceKnown;
    }

    public boolean enabled() {
        return rule.enabled();
    }

    public SumTally begin() {
        return new SumTally();
    }

    /** Parameters of {@code sum-check-days.sql}. */
    public Map<String, Object> days(CheckPlan plan) {
        Map<String, Object> parameters = plan.parameters();
        parameters.put("days_max", rule.parameters().get("days_max"));
        return parameters;
    }

    /** The question for a row of {@code sum-check-days.sql}; {@link IllegalStateException} where there is nobody to ask. */
    public ApiRequest request(Map<String, Object> day) {
        if (!sourceKnown) {
            throw new IllegalStateException("no account of the source is set (ENISCOPE_API_KEY)");
        }
        Instant start = instant(day, "day_start");
        Instant end = instant(day, "day_end");
        String query = String.join("&", ApiRequest.parameter("fields[]", "E"), ApiRequest.parameter("daterange[]", start.getEpochSecond()),
                ApiRequest.parameter("daterange[]", end.getEpochSecond()), ApiRequest.parameter("action", "total"));
        return ApiRequest.get("readings/" + day.get("channel_id"), query, "channel " + day.get("channel_id") + " total of [" + start + ", " + end + ")");
    }

    /** Compares the answer with what is kept. */
    public void compare(SumTally tally, Map<String, Object> day, byte[] answer) {
        int channelId = (Integer) day.get("channel_id");
        OptionalDouble total = totals.kwh(answer, channelId);
        if (total.isPresent() && disagree(day, total.getAsDouble())) {
            tally.add(new FoundProblem(channelId, instant(day, "day_start"), instant(day, "day_end"), String.format(Locale.ROOT,
                    "%.3f kWh in %s of %s readings, and %.3f kWh by the source's register", number(day, "kept_kwh"), day.get("kept"), day.get("expected"), total.getAsDouble())));
        }
    }

    private boolean disagree(Map<String, Object> day, double total) {
        double allowed = Math.max((Double) rule.parameters().get("least_kwh"), (Double) rule.parameters().get("tolerance") * Math.abs(total));
        double surplus = number(day, "kept_kwh") - total;
        boolean whole = day.get("kept").equals(day.get("expected"));
        return number(day, "catch_up_kwh") == 0 && (surplus > allowed || whole && -surplus > allowed);
    }

    /** The source did not answer, or not usably: the rule has not run for the channel. */
    public void unavailable(SumTally tally, Map<String, Object> day, Throwable thrown) {
        tally.addProblem((Integer) day.get("channel_id"), RootCauses.reason(RootCauses.root(thrown)));
    }

    /** Parameters of {@code findings-keep.sql}. */
    public Map<String, Object> findings(CheckPlan plan, SumTally tally) {
        return QualityChecks.findings(plan, rule, tally.found(), tally.problems());
    }

    private static double number(Map<String, Object> day, String column) {
        return ((Number) day.get(column)).doubleValue();
    }

    private static Instant instant(Map<String, Object> day, String column) {
        return ((Timestamp) day.get(column)).toInstant();
    }
}
