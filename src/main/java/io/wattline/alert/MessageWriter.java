package io.wattline.alert;

import io.wattline.settings.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts into words what has become of an alert. */
final class MessageWriter {

    /** More would not be read; the table has them all. */
    private static final int FOUND_MAX = 20;

    private MessageWriter() {
    }

    /** @param follows what is not told because of this alert, for people, line by line */
    static Message write(AlertRule rule, Alert alert, MessageKind kind, Predicate<AlertSubject> audible, List<String> follows, Instant now) {
        List<AlertMember> about = alert.isOpen() ? alert.firing().stream().filter(member -> audible.test(member.subject())).toList() : alert.members();
        String lasted = alert.isOpen() ? null : Durations.humane(Duration.between(alert.startedAt(), now));
        List<String> notes = new ArrayList<>(notes(alert, kind, lasted));
        notes.addAll(follows);
        return new Message(alert.incident() + "#" + (alert.version() + 1) + "-" + kind.word(), kind, alert.incident(), alert.key(), rule.name(), site(alert), alert.severity(),
                summary(rule, alert, about), found(about, alert.isOpen() ? ": " : ", while it lasted: "), notes, alert.isOpen() ? rule.action() : "Nothing, it is over.", rule.runbook(), alert.startedAt(), now, lasted);
    }

    /** Summary and what was found, of an alert as it is. */
    static Message state(AlertRules rules, Alert alert) {
        List<AlertMember> about = alert.firing().isEmpty() ? alert.members() : alert.firing();
        String summary = rules.rule(alert.rule()).map(rule -> summary(rule, alert, about)).orElse("The rule " + alert.rule() + " is gone from config/alerts.yaml");
        return new Message(null, null, null, alert.key(), alert.rule(), site(alert), alert.severity(), summary, found(about, ": "), List.of(), null, null, alert.startedAt(), null, null);
    }

    private static String site(Alert alert) {
        return new AlertSubject(alert.siteId(), alert.siteName(), null, null, null).site();
    }

    private static String summary(AlertRule rule, Alert alert, List<AlertMember> about) {
        boolean channels = about.stream().anyMatch(member -> member.subject().channelId() != null);
        String who = !channels ? about.size() == 1 ? about.get(0).subject().words() : AlertTexts.count(about.size(), "part")
                : (about.size() == 1 ? about.get(0).subject().words() : AlertTexts.count(about.size(), "channel")) + (alert.siteId() == null ? "" : ", " + site(alert));
        return rule.description() + (who.equals("Wattline") ? "" : ": " + who);
    }

    private static List<String> found(List<AlertMember> about, String joint) {
        Stream<String> lines = about.stream().limit(FOUND_MAX).map(member -> member.subject().words() + joint + member.text());
        return about.size() <= FOUND_MAX ? lines.toList() : Stream.concat(lines, Stream.of("and " + (about.size() - FOUND_MAX) + " more (table alerts)")).toList();
    }

    private static List<String> notes(Alert alert, MessageKind kind, String lasted) {
        return switch (kind) {
            case RESOLVED -> List.of("It lasted " + lasted + ".");
            case EXPIRED -> List.of("It had been acknowledged, but goes on. Acknowledge it again, or mend it.");
            case GREW -> List.of("New: " + alert.firing().stream().filter(member -> !member.told()).map(member -> member.subject().words()).limit(FOUND_MAX)
                    .collect(Collectors.joining(", ")) + ".");
            case ACKNOWLEDGED -> List.of(AlertTexts.oneLine(alert.acknowledgedBy()) + " is at it.");
            default -> List.of();
        };
    }

    /** A message about nothing, for who tries out a way. */
    static Message sample(String channel, Instant now) {
        String incident = "wattline/test@" + now;
        return new Message(incident + "#" + channel, MessageKind.TEST, incident, "test", "test", "", AlertSeverity.INFO, "This is a test of '" + channel + "': nothing is wrong",
                List.of("Wattline: somebody has called 'wattline alerts test --to " + channel + "'"), List.of(), "Nothing is to be done.", "README.md", now, now, null);
    }
}
