package io.wattline.quality;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps of the checks over stored readings that {@code routes/quality.camel.yaml} calls. */
public final class QualityChecks {

    /** The rules that ask the source; every other rule is one statement. */
    static final String SUM_CHECK = "sum-check";
    static final String IMPOSSIBLE_REGISTER = "impossible-register";
    private static final Set<String> OF_SOURCE = Set.of(SUM_CHECK, IMPOSSIBLE_REGISTER);

    private final QualityStandard standard;
    private final int scheduledDays;
    private final Clock clock;

    /** @param scheduledDays how many days back the scheduled checks look */
    public QualityChecks(QualityStandard standard, int scheduledDays, Clock clock) {
        this.standard = standard;
        this.scheduledDays = scheduledDays;
        this.clock = clock;
    }

    /** @param request null for the scheduled checks */
    public CheckRun open(CheckRequest request) {
        return CheckRun.of(request == null ? new CheckRequest(scheduledDays, List.of()) : request, clock.instant());
    }

    public CheckRun started(CheckRun run, long runId) {
        return run.withId(runId);
    }

    /** The enabled rules that are one statement each. */
    public List<RuleCheck> statements(CheckRun run) {
        return standard.checks().stream().filter(rule -> rule.enabled() && !OF_SOURCE.contains(rule.name()))
                .map(rule -> new RuleCheck(run, rule.name())).toList();
    }

    /** Parameters of {@code db/sql/check-<rule>.sql}. */
    public Map<String, Object> parameters(RuleCheck check) {
        Map<String, Object> parameters = check.run().parameters();
        parameters.putAll(standard.check(check.rule()).parameters());
        return parameters;
    }

    /**
     * Parameters of {@code db/sql/findings-keep.sql}.
     *
     * @param rows of {@code db/sql/check-<rule>.sql}
     */
    public Map<String, Object> findings(RuleCheck check, List<Map<String, Object>> rows) {
        return findings(check.run(), standard.check(check.rule()), rows.stream().map(CheckHit::of).toList(), Map.of());
    }

    /** @param problems by channel, why the rule could not run there */
    static Map<String, Object> findings(
            CheckRun run, CheckRule rule, List<CheckHit> hits, Map<Integer, String> problems) {
        Map<String, Object> parameters = run.parameters();
        parameters.put("rule", rule.name());
        parameters.put("severity", rule.severity().text());
        parameters.put("marks", rule.mark());
        parameters.put("channels", hits.stream().map(CheckHit::channelId).toArray(Integer[]::new));
        parameters.put("starts", hits.stream().map(hit -> hit.start().toString()).toArray(String[]::new));
        parameters.put("ends", hits.stream().map(hit -> hit.end().toString()).toArray(String[]::new));
        parameters.put("reasons", hits.stream().map(hit -> hit.reason(rule)).toArray(String[]::new));
        parameters.put("problem_channels", problems.keySet().toArray(Integer[]::new));
        parameters.put("problems", problems.values().toArray(String[]::new));
        return parameters;
    }

    /** Parameters of {@code db/sql/findings-retire.sql}: the rules that are enabled. */
    public Map<String, Object> enabledRules(CheckRun run) {
        Map<String, Object> parameters = run.parameters();
        parameters.put(
                "rules",
                standard.checks().stream()
                        .filter(CheckRule::enabled)
                        .map(CheckRule::name)
                        .toArray(String[]::new));
        return parameters;
    }

    /** Parameters of {@code db/sql/findings-mark.sql}. */
    public Map<String, Object> marks(CheckRun run) {
        return run.parameters();
    }
}
