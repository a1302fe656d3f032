package io.wattline.alert;

import io.wattline.alert.Alert.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One evaluation of all rules: what is known, what was measured, and what follows from both. Not thread-safe. */
public final class Evaluation {

    private static final Logger LOG = LoggerFactory.getLogger(Evaluation.class);

    private final AlertRules rules;
    private final KnownAlerts known;
    private final AlertTiming tempo;
    private final Set<String> ways;
    private final Instant now;
    private final Map<MeasureRequest, List<Measurement>> measured = new LinkedHashMap<>();
    private final Map<MeasureRequest, String> failed = new LinkedHashMap<>();
    private List<AlertChange> changes;

    /** @param ways names of the delivery channels that are set up */
    Evaluation(AlertRules rules, KnownAlerts known, AlertTiming tempo, Set<String> ways, Instant now) {
        this.rules = rules;
        this.known = known;
        this.tempo = tempo;
        this.ways = ways;
        this.now = now;
    }

    public Instant now() {
        return now;
    }

    /** The answer to a question. A question without one leaves its rules' alerts as they are. */
    void take(MeasureRequest question, List<Measurement> answer) {
        measured.put(question, answer);
    }

    /** Asks the process itself. */
    void ask(MeasureRequest question, Supplier<List<Measurement>> source) {
        try {
            take(question, source.get());
        } catch (RuntimeException e) {
            fail(question, e);
        }
    }

    AlertRules rules() {
        return rules;
    }

    /** A question that broke down. */
    void fail(MeasureRequest question, Throwable thrown) {
        LOG.error("Alert rules: {} cannot be measured; the alerts of its rules stay as they are", question, thrown);
        failed.put(question, question + ": " + thrown.getMessage());
    }

    /** What broke down is itself a measure. */
    void takeFailures() {
        take(new MeasureRequest(Measure.RULES_UNEVALUATED, null, null), List.of(Measurement.of(AlertSubject.wattline(), failed.size(), failed.isEmpty() ? null : failed.values().iterator().next())));
    }

    /** What is to be written and told. */
    List<AlertChange> changes() {
        if (changes == null) {
            changes = derived();
        }
        return changes;
    }

    private List<AlertChange> derived() {
        Map<String, Alert> before = known.alerts().stream().filter(Alert::isOpen).collect(Collectors.toMap(Alert::key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        List<Alert> after = new ArrayList<>();
        rules.rules().forEach(rule -> after.addAll(evaluated(rule, before)));
        before.values().stream().filter(alert -> rules.rule(alert.rule()).isEmpty()).forEach(alert -> after.add(alert.with(State.RESOLVED, alert.members(), now)));
        AlertCauses causes = new AlertCauses(rules, tempo, now, after, known.alerts());
        return after.stream().map(alert -> change(Optional.ofNullable(before.get(alert.key())), alert, causes)).toList();
    }

    private List<Alert> evaluated(AlertRule rule, Map<String, Alert> before) {
        List<Measurement> answer = measured.get(rule.condition().question());
        List<Alert> own = before.values().stream().filter(alert -> alert.rule().equals(rule.name())).toList();
        if (answer == null) {
            return own;
        }
        Map<String, List<RuleResult>> groups = answer.stream().filter(each -> rule.scope().holds(each.subject()) || each.subject().group() == null).map(rule::judge)
                .collect(Collectors.groupingBy(finding -> Alert.key(rule.name(), finding.subject().group()), LinkedHashMap::new, Collectors.toList()));
        Set<String> keys = new LinkedHashSet<>(groups.keySet());
        own.forEach(alert -> keys.add(alert.key()));
        return keys.stream().flatMap(key -> AlertLifecycle.evaluated(rule, Optional.ofNullable(before.get(key)), groups.getOrDefault(key, List.of()), now).stream()).toList();
    }

    private AlertChange change(Optional<Alert> before, Alert alert, AlertCauses causes) {
        Optional<String> explained = causes.of(alert).or(() -> silence(alert));
        AlertLifecycle.Step step = AlertLifecycle.told(alert, explained, subject -> !silenced(alert.rule(), subject), tempo, now);
        List<AlertChange.Outgoing> messages = step.kind().flatMap(kind -> rules.rule(alert.rule()).map(rule -> outgoing(rule, alert, kind, causes))).orElse(List.of());
        return new AlertChange(alert.version(), step.alert().version(alert.version() + 1), AlertHistory.of(before, step, now), messages);
    }

    private Optional<String> silence(Alert alert) {
        AlertSubject site = new AlertSubject(alert.siteId(), alert.siteName(), null, null, null);
        return known.silences().stream().filter(silence -> silence.covers(alert.rule(), site, now)).findFirst()
                .map(silence -> "silence " + silence.id() + " until " + silence.endsAt());
    }

    private boolean silenced(String rule, AlertSubject subject) {
        return known.silences().stream().anyMatch(silence -> silence.covers(rule, subject, now));
    }

    /** A way that is itself the trouble is not told of it. */
    private List<AlertChange.Outgoing> outgoing(AlertRule rule, Alert alert, MessageKind kind, AlertCauses causes) {
        Message message = MessageWriter.write(rule, alert, kind, subject -> !silenced(rule.name(), subject), causes.follow(rule, alert), now);
        Set<String> troubled = rule.condition().question().measure() == Measure.DELIVERIES_DEAD
                ? alert.members().stream().map(member -> member.subject().name()).collect(Collectors.toSet()) : Set.of();
        return rules.channels().stream().filter(channel -> ways.contains(channel.name()) && channel.severities().contains(alert.severity()))
                .filter(channel -> !troubled.contains(channel.name())).map(channel -> new AlertChange.Outgoing(channel.name(), message)).toList();
    }
}
