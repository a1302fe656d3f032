package io.wattline.alert;

import io.wattline.alert.Alert.State;
import io.wattline.settings.Times;
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
        return after.stream().map(alert -> change(Optional.ofNullable(before.get(alert.key())), alert, causes))
                .toList();
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
                .stream()).toList();
    }

    private AlertChange change(Optional<Alert> before, Alert alert, AlertCauses causes) {
        Optional<String> explained = causes.of(alert).or(() -> silence(alert));
        AlertLifecycle.Step step = AlertLifecycle.notified(alert, explained,
                subject -> !isSilenced(alert.rule(), subject), timing, now);
        List<AlertChange.Outgoing> messages = step.kind().flatMap(kind -> rules.rule(alert.rule())
                .map(rule -> outgoing(rule, alert, kind, causes))).orElse(List.of());
        return new AlertChange(alert.version(), step.alert().version(alert.version() + 1),
                AlertHistory.of(before, step, now), messages);
    }

    private Optional<String> silence(Alert alert) {
        AlertSubject site = new AlertSubject(alert.siteId(), alert.siteName(), null, null, null);
        return known.silences().stream().filter(silence -> silence.covers(alert.rule(), site, now)).findFirst()
                .map(silence -> "silence " + silence.id() + " until " + Times.text(silence.endsAt()));
    }

    private boolean isSilenced(String rule, AlertSubject subject) {
        return known.silences().stream().anyMatch(silence -> silence.covers(rule, subject, now));
    }

    /** The messages for all channels but those that the alert itself reports as dead. */
    private List<AlertChange.Outgoing> outgoing(AlertRule rule, Alert alert, MessageKind kind, AlertCauses causes) {
        Message message = MessageWriter.write(rule, alert, kind, subject -> !isSilenced(rule.name(), subject),
                causes.consequences(rule, alert), now);
        Set<String> dead = rule.condition().request().measure() == Measure.DELIVERIES_DEAD
                ? alert.members().stream().map(member -> member.subject().name()).collect(Collectors.toSet())
                : Set.of();
        return rules.channels().stream().filter(channel -> channels.contains(channel.name()) && channel.severities()
                .contains(alert.severity()))
                .filter(channel -> !dead.contains(channel.name()))
                .map(channel -> new AlertChange.Outgoing(channel.name(), message)).toList();
    }
}
