package io.wattline.quality;

import io.wattline.reading.CounterBins;
import io.wattline.reading.CounterRequest;
import io.wattline.reading.Counters;
import io.wattline.reading.RootCauses;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares the kept readings of a day with the source's total, which is the difference of its register. A complete day
 * must agree within the tolerance. Of a day with missing readings the total may be more, but never less. Readings that
 * include a gap from before the day may have any part of their energy there: kept - earlier <= total <= kept. Over all
 * days of such a gap the readings must add up to the total. A register that goes back, or stands still while readings
 * have energy, is a finding of its own and says nothing against the readings.
 */
public final class SumChecks {

    private final CheckRule rule;
    private final CheckRule register;
    private final boolean sourceKnown;

    /** @param sourceKnown false where no account of the source is set: then the rule cannot run, and says so */
    public SumChecks(QualityStandard standard, boolean sourceKnown) {
        this.rule = standard.check(QualityChecks.SUM_CHECK);
        this.register = standard.check(QualityChecks.IMPOSSIBLE_REGISTER);
        this.sourceKnown = sourceKnown;
    }

    public boolean isEnabled() {
        return rule.enabled();
    }

    public SumCheckResults begin(CheckRun run) {
        return new SumCheckResults(run);
    }

    /** Parameters of {@code db/sql/sum-check-days.sql}. */
    public Map<String, Object> parameters(CheckRun run) {
        Map<String, Object> parameters = run.parameters();
        parameters.put("days_max", rule.parameters().get("days_max"));
        return parameters;
    }

    /** @param rows of {@code db/sql/sum-check-days.sql} */
    public List<SumCheckDay> days(SumCheckResults results, List<Map<String, Object>> rows) {
        return rows.stream().map(row -> SumCheckDay.of(results, row)).toList();
    }

    /** The request for the total of a day; {@link IllegalStateException} where no account of the source is set. */
    public CounterRequest request(SumCheckDay day) {
        if (!sourceKnown) {
            throw new IllegalStateException("no account of the source is set (ENISCOPE_API_KEY)");
        }
        return CounterRequest.total(day.channelId(), List.of(), day.day());
    }

    /** Compares the source's total with the kept readings. */
    public void compare(SumCheckDay day, CounterBins bins) {
        bins.byStart().values().stream().map(Counters::energyKwh).findFirst().ifPresent(totalKwh -> {
            if (isImpossible(day, totalKwh)) {
                day.results().addImpossible(hit(day, totalKwh));
            } else if (disagree(day, totalKwh)) {
                day.results().add(hit(day, totalKwh));
            }
        });
    }

    private static CheckHit hit(SumCheckDay day, double totalKwh) {
        return new CheckHit(day.channelId(), day.day().start(), day.day().end(), String.format(Locale.ROOT,
                "%.3f kWh in %s, and %.3f kWh by the source's register", day.keptKwh(), day.readings(), totalKwh));
    }

    /** Whether the register went back although nothing was exported, or stood still although readings have energy. */
    private boolean isImpossible(SumCheckDay day, double totalKwh) {
        double leastKwh = (Double) rule.parameters().get("least_kwh");
        boolean wentBack = totalKwh < -leastKwh && day.keptKwh() >= 0;
        return wentBack || totalKwh == 0 && day.keptKwh() - day.earlierKwh() > leastKwh;
    }

    private boolean disagree(SumCheckDay day, double totalKwh) {
        double allowed = Math.max((Double) rule.parameters().get("least_kwh"),
                (Double) rule.parameters().get("tolerance") * Math.abs(totalKwh));
        double surplus = day.keptKwh() - totalKwh;
        return surplus - day.earlierKwh() > allowed || day.isComplete() && -surplus > allowed;
    }

    /** The source gave no usable response: the rule has not run for the channel. */
    public void unavailable(SumCheckDay day, Throwable thrown) {
        day.results().addProblem(day.channelId(), RootCauses.reason(RootCauses.root(thrown)));
    }

    /** Parameters of {@code db/sql/findings-keep.sql}. */
    public Map<String, Object> findings(SumCheckResults results) {
        return QualityChecks.findings(results.run(), rule, results.hits(), results.problems());
    }

    /** The same for registers that cannot be true. */
    public Map<String, Object> registerFindings(SumCheckResults results) {
        return QualityChecks.findings(results.run(), register, register.enabled() ? results.impossible() : List.of(),
                results.problems());
    }
}
