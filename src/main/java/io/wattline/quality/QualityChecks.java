package io.wattline.quality;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The checks over stored readings, as the routes need them: which rules run, with what, and what becomes of what they find. */
public final class QualityChecks {

    /** Asks the source; every other rule is one statement. */
    static final String SUM_CHECK = "sum-check";

    private final QualityStandard standard;
    private final int nightlyDays;
    private final Clock clock;

    /** @param nightlyDays how far back a check looks that nobody asked for */
    public QualityChecks(QualityStandard standard, int nightlyDays, Clock clock) {
        this.standard = standard;
        this.nightlyDays = nightlyDays;
        this.clock = clock;
    }

    /** @param request null for the nightly one */
    public CheckPlan plan(CheckRequest request, long runId) {
        return CheckPlan.of(request == null ? new CheckRequest(nightlyDays, List.of()) : request, runId, clock.instant());
    }

    /** Names of the rules that are a statement each: {@code db/sql/check-<name>.sql}. */
    public List<String> statements() {
        return standard.checks().stream().filter(rule -> rule.enabled() && !rule.name().equals(SUM_CHECK)).map(CheckRule::name).toList();
    }

    /** Parameters of {@code check-<rule>.sql}. */
    public Map<String, Object> parameters(CheckPlan plan, String rule) {
        Map<String, Object> parameters = plan.parameters();
        parameters.putAll(standard.check(rule).parameters());
        return parameters;
    }

    /** Parameters of {@code findings-keep.sql}; {@code rows} is what {@code check-<rule>.sql} gave. */
    public Map<String, Object> findings(CheckPlan plan, String rule, List<Map<String, Object>> rows) {
        return findings(plan, standard.check(rule), rows.stream().map(FoundProblem::of).toList(), Map.of());
    }

    static Map<String, Object> findings(CheckPlan plan, CheckRule rule, List<FoundProblem> found, Map<Integer, String> problems) {
        Map<String, Object> parameters = plan.parameters();
        parameters.put("rule", rule.name());
        parameters.put("severity", rule.severity().text());
        parameters.put("marks", rule.mark());
        parameters.put("channels", found.stream().map(FoundProblem::channelId).toArray(Integer[]::new));
        parameters.put("starts", found.stream().map(each -> each.start().toString()).toArray(String[]::new));
        parameters.put("ends", found.stream().map(each -> each.end().toString()).toArray(String[]::new));
        parameters.put("reasons", found.stream().map(each -> each.reason(rule)).toArray(String[]::new));
        parameters.put("problem_channels", problems.keySet().toArray(Integer[]::new));
        parameters.put("problems", problems.values().toArray(String[]::new));
        return parameters;
    }

    /** Parameters of {@code findings-retire.sql}. */
    public Map<String, Object> retired(CheckPlan plan) {
        Map<String, Object> parameters = plan.parameters();
        parameters.put("rules", standard.checks().stream().filter(CheckRule::enabled).map(CheckRule::name).toArray(String[]::new));
        return parameters;
    }

    /** Parameters of {@code findings-mark.sql}. */
    public Map<String, Object> marks(CheckPlan plan) {
        return plan.parameters();
    }
}
