package io.wattline.alert;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The messages of one evaluation, for each notification channel. */
final class OutgoingMessages {

    /** PagerDuty keeps an incident open by itself: a digest would only trigger it again under another text. */
    private static final String WITHOUT_DIGEST = "pagerduty";

    private final AlertRules rules;
    private final Set<String> channels;
    private final KnownAlerts known;
    private final Instant now;

    /** @param channels names of the notification channels that are set up */
    OutgoingMessages(AlertRules rules, Set<String> channels, KnownAlerts known, Instant now) {
        this.rules = rules;
        this.channels = channels;
        this.known = known;
        this.now = now;
    }

    /**
     * What people are sent about an alert.
     *
     * @param found the alert before people are notified
     */
    List<AlertChange.Outgoing> of(Alert found, AlertLifecycle.Step step, AlertDigest digest, AlertCauses causes) {
        if (step.kind().isEmpty()) {
            return List.of();
        }
        MessageKind kind = step.kind().get();
        if (kind == MessageKind.DIGEST) {
            return digest.isCarriedBy(step) ? digests(step.alert(), digest) : List.of();
        }
        return rules.rule(found.rule()).map(rule -> messages(rule, found, kind, causes)).orElse(List.of());
    }

    /** The messages for all channels but those that the alert itself reports as dead. */
    private List<AlertChange.Outgoing> messages(AlertRule rule, Alert alert, MessageKind kind, AlertCauses causes) {
        Message message = MessageWriter.write(rule, alert, kind,
                subject -> !known.isSilenced(rule.name(), subject, now), causes.consequences(rule, alert), now);
        Set<String> dead = rule.condition().request().measure() == Measure.DELIVERIES_DEAD
                ? alert.members().stream().map(member -> member.subject().name()).collect(Collectors.toSet())
                : Set.of();
        return setUp().stream().filter(channel -> channel.severities().contains(alert.severity()))
                .filter(channel -> !dead.contains(channel.name()))
                .map(channel -> new AlertChange.Outgoing(channel.name(), message)).toList();
    }

    private List<AlertChange.Outgoing> digests(Alert carrier, AlertDigest digest) {
        return setUp().stream().filter(channel -> !channel.type().equals(WITHOUT_DIGEST))
                .filter(channel -> !digest.firing(channel).isEmpty())
                .map(channel -> new AlertChange.Outgoing(channel.name(),
                        MessageWriter.digest(rules, carrier, digest.firing(channel), now))).toList();
    }

    private List<NotificationChannel> setUp() {
        return rules.channels().stream().filter(channel -> channels.contains(channel.name())).toList();
    }
}
