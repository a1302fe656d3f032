package io.wattline.alert;

import io.wattline.settings.Durations;
import io.wattline.settings.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words a message about an alert. */
final class MessageWriter {

    /** Nobody reads more; the table holds them all. */
    private static final int FOUND_MAX = 20;

    private MessageWriter() {
    }

    /** @param consequences which rules are not notified because of this alert, for people, line by line */
    static Message write(AlertRule rule, Alert alert, MessageKind kind, Predicate<AlertSubject> audible,
            List<String> consequences, Instant now) {
        List<AlertMember> about = alert.isOpen() ? alert.firing().stream()
                .filter(member -> audible.test(member.subject())).toList() : alert.members();
        String lasted = alert.isOpen() ? null : Durations.humane(Duration.between(alert.startedAt(), now));
        List<String> notes = new ArrayList<>(notes(alert, kind, lasted));
        notes.addAll(consequences);
        return new Message(alert.incident() + "#" + (alert.version() + 1) + "-" + kind.word(), kind, alert.incident(),
                alert.key(), rule.name(), site(alert),
                alert.severity(), summary(rule, alert, about),
                        found(about, alert.isOpen() ? ": " : ", while it lasted: "), notes,
                alert.isOpen() ? rule.action() : "Nothing. The alert has ended.", rule.runbook(), alert.startedAt(),
                        now, lasted);
    }

    /** One message about everything that still fires; the history of the alert {@code carrier} holds it. */
    static Message digest(AlertRules rules, Alert carrier, List<Alert> firing, Instant now) {
        List<String> lines = firing.stream().map(alert -> alert.severity().word() + ", since "
                + Times.text(alert.startedAt()) + ": " + state(rules, alert).summary()
                + (alert.acknowledgedBy() == null ? "" : " (acknowledged by "
                + AlertTexts.oneLine(alert.acknowledgedBy()) + ")")).toList();
        return new Message(carrier.incident() + "#" + (carrier.version() + 1) + "-" + MessageKind.DIGEST.word(),
                MessageKind.DIGEST, carrier.incident(), "digest", "digest", "", carrier.severity(),
                AlertTexts.count(firing.size(), "alert") + (firing.size() == 1 ? " still fires" : " still fire"), lines,
                List.of("This message comes again until the alerts end or are acknowledged."),
                "Remove the causes (wattline alerts list), or acknowledge: wattline alerts acknowledge ID.",
                "docs/alerts.md", carrier.startedAt(), now, null);
    }

    /** Summary and findings of an alert as it is. */
    static Message state(AlertRules rules, Alert alert) {
        List<AlertMember> about = alert.firing().isEmpty() ? alert.members() : alert.firing();
        String summary = rules.rule(alert.rule()).map(rule -> summary(rule, alert, about))
                .orElse("config/alerts.yaml no longer holds the rule " + alert.rule());
        return new Message(null, null, null, alert.key(), alert.rule(), site(alert), alert.severity(), summary,
                found(about, ": "), List.of(), null, null,
                alert.startedAt(), null, null);
    }

    private static String site(Alert alert) {
        return new AlertSubject(alert.siteId(), alert.siteName(), null, null, null).site();
    }

    private static String summary(AlertRule rule, Alert alert, List<AlertMember> about) {
        boolean channels = about.stream().anyMatch(member -> member.subject().channelId() != null);
        String subjects = about.size() == 1 ? about.get(0).subject().words()
                : AlertTexts.count(about.size(), channels ? "channel" : "part");
        String place = channels && alert.siteId() != null ? ", " + site(alert) : "";
        return rule.description() + (subjects.equals("Wattline") ? "" : ": " + subjects + place);
    }

    private static List<String> found(List<AlertMember> about, String joint) {
        Stream<String> lines = about.stream().limit(FOUND_MAX)
                .map(member -> member.subject().words() + joint + member.text());
        return about.size() <= FOUND_MAX ? lines.toList()
                : Stream.concat(lines, Stream.of("and " + (about.size() - FOUND_MAX) + " more (table alerts)"))
                .toList();
    }

    private static List<String> notes(Alert alert, MessageKind kind, String lasted) {
        return switch (kind) {
            case RESOLVED -> List.of("It lasted " + lasted + ".");
            case EXPIRED ->
                    List.of("The acknowledgement has run out, and the alert goes on. Acknowledge it again, or "
                            + "remove the cause.");
            case GREW -> List.of("New: " + alert.firing().stream().filter(member -> !member.notified())
                    .map(member -> member.subject().words()).limit(FOUND_MAX)
                    .collect(Collectors.joining(", ")) + ".");
            case ACKNOWLEDGED -> List.of("Acknowledged by " + AlertTexts.oneLine(alert.acknowledgedBy()) + ".");
            default -> List.of();
        };
    }

    /** A test message for a notification channel. */
    static Message sample(String channel, Instant now) {
        String incident = "wattline/test@" + now;
        return new Message(incident + "#" + channel, MessageKind.TEST, incident, "test", "test", "", AlertSeverity.INFO,
                "This is a test of notification channel '" + channel + "'. Nothing is wrong",
                List.of("Wattline: somebody ran 'wattline alerts test --to " + channel + "'"), List.of(), "Nothing.",
                        "README.md", now, now, null);
    }
}
