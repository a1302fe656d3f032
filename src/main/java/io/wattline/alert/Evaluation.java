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
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One evaluation of all rules: the known alerts, what was measured, and the changes that follow from both. Not
 * thread-safe.
 */
public final class Evaluation {

    private static final Logger LOG = LoggerFactory.getLogger(Evaluation.class);

    private final AlertRules rules;
    private final KnownAlerts known;
    private final AlertTiming timing;
    private final Set<String> channels;
    private final Instant now;
    private final Map<MeasureRequest, List<Measurement>> measured = new LinkedHashMap<>();
    private final Map<MeasureRequest, String> failed = new LinkedHashMap<>();
    private List<AlertChange> changes;

    /** @param channels names of the notification channels that are set up */
    Evaluation(AlertRules rules, KnownAlerts known, AlertTiming timing, Set<String> channels, Instant now) {
        this.rules = rules;
        this.known = known;
        this.timing = timing;
        this.channels = channels;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    AlertRules rules() {
        return rules;
    }

    /** What was measured. Rules whose measure was not measured leave their alerts as they are. */
    void measured(MeasureRequest request, List<Measurement> measurements) {
        measured.put(request, measurements);
    }

    /** Measures what the process knows of itself. */
    void measure(MeasureRequest request, Supplier<List<Measurement>> source) {
        try {
            measured(request, source.get());
        } catch (RuntimeException e) {
            failed(request, e);
        }
    }

    /** A measurement has failed. */
    void failed(MeasureRequest request, Throwable thrown) {
        LOG.error("Alert rules: {} cannot be measured; the alerts of its rules stay as they are", request, thrown);
        failed.put(request, request + ": " + thrown.getMessage());
    }

    /** The number of failed measurements is a measure itself. */
    void measureFailures() {
        measured(new MeasureRequest(Measure.RULES_UNEVALUATED, null, null),
                List.of(Measurement.of(AlertSubject.wattline(), failed.size(), failed.isEmpty() ? null : failed.values()
                        .iterator().next())));
    }

    /** What is stored, and the messages for people. */
    List<AlertChange> changes() {
        if (changes == null) {
            changes = derived();
        }
        return changes;
    }

    private List<AlertChange> derived() {
        Map<String, Alert> before = known.alerts().stream().filter(Alert::isOpen)
                .collect(Collectors.toMap(Alert::key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        List<Alert> after = new ArrayList<>();
        rules.rules().forEach(rule -> after.addAll(evaluated(rule, before)));
        before.values().stream().filter(alert -> rules.rule(alert.rule()).isEmpty())
                .forEach(alert -> after.add(alert.with(State.RESOLVED, alert.members(), now)));
        AlertCauses causes = new AlertCauses(rules, timing, now, after, known.alerts());
        AlertDigest digest = new AlertDigest(timing, now, after.stream().map(alert -> step(alert, causes)).toList());
        OutgoingMessages outgoing = new OutgoingMessages(rules, channels, known, now);
        return IntStream.range(0, after.size())
                .mapToObj(i -> change(
                        Optional.ofNullable(before.get(after.get(i).key())),
                        digest.steps().get(i),
                        outgoing.of(after.get(i), digest.steps().get(i), digest, causes)))
                .toList();
    }

    private AlertLifecycle.Step step(Alert alert, AlertCauses causes) {
        return AlertLifecycle.notified(alert, causes.of(alert).or(() -> known.silence(alert, now)),
                subject -> !known.isSilenced(alert.rule(), subject, now),
                rules.rule(alert.rule()).map(timing::of).orElse(timing), now);
    }

    private AlertChange change(Optional<Alert> before, AlertLifecycle.Step step, List<AlertChange.Outgoing> messages) {
        Alert alert = step.alert();
        return new AlertChange(alert.version(), alert.version(alert.version() + 1),
                AlertHistory.of(before, step, now), messages);
    }

    private List<Alert> evaluated(AlertRule rule, Map<String, Alert> before) {
        List<Measurement> measurements = measured.get(rule.condition().request());
        List<Alert> own = before.values().stream().filter(alert -> alert.rule().equals(rule.name())).toList();
        if (measurements == null) {
            return own;
        }
        Map<String, List<RuleResult>> groups = measurements.stream()
                .filter(each -> rule.scope().covers(each.subject()) || each.subject().group() == null)
                .map(rule::judge)
                .collect(Collectors.groupingBy(result -> Alert.key(rule.name(), result.subject().group()),
                LinkedHashMap::new, Collectors.toList()));
        Set<String> keys = new LinkedHashSet<>(groups.keySet());
        own.forEach(alert -> keys.add(alert.key()));
        return keys.stream().flatMap(key -> AlertLifecycle
                .evaluated(rule, Optional.ofNullable(before.get(key)), groups.getOrDefault(key, List.of()), now)
                .map(alert -> before.containsKey(key) ? alert : known.continued(alert, now)).stream()).toList();
    }
}
