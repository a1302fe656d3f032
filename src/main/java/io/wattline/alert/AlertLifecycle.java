package io.wattline.alert;

import io.wattline.alert.Alert.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The states of an alert: pending, firing, acknowledged, resolved. Pure: the alert as it was, what was found, and the
 * time decide what it is and what people are sent.
 */
final class AlertLifecycle {

    /** What becomes of an alert, and why people are notified; no kind where they are not. */
    record Step(Alert alert, Optional<MessageKind> kind) {
    }

    private AlertLifecycle() {
    }

    /**
     * The alert after an evaluation; empty where there is none. A subject that is not among the results is cleared. A
     * result between the threshold and {@code clear} keeps an alert open only for subjects that people were notified
     * of: it prevents flapping and is never a reason to notify.
     */
    static Optional<Alert> evaluated(AlertRule rule, Optional<Alert> before, List<RuleResult> results, Instant now) {
        Map<String, AlertMember> known = new LinkedHashMap<>();
        before.ifPresent(alert -> alert.members().forEach(member -> known.put(member.subject().key(), member)));
        List<AlertMember> members = new ArrayList<>();
        for (RuleResult result : results) {
            member(rule, Optional.ofNullable(known.remove(result.subject().key())), result, now)
                    .ifPresent(members::add);
        }
        known.values().forEach(gone -> cleared(rule, gone, gone.text(), now).ifPresent(members::add));
        if (members.isEmpty()) {
            return before.map(alert -> alert.with(State.RESOLVED, alert.members(), now));
        }
        State state = before.map(Alert::state).orElse(State.PENDING);
        if (state == State.PENDING && members.stream().anyMatch(AlertMember::firing)) {
            state = State.FIRING;
        }
        return Optional.of(before.orElseGet(() -> Alert.begun(rule, results.get(0).subject(), now))
                .with(state, List.copyOf(members), now));
    }

    private static Optional<AlertMember> member(AlertRule rule, Optional<AlertMember> before, RuleResult result,
            Instant now) {
        return switch (result.verdict()) {
            case HOLDS -> {
                Instant since = before.map(AlertMember::since).orElse(now);
                boolean firing = before.map(AlertMember::firing).orElse(false)
                        || !now.isBefore(since.plus(rule.lasting()));
                boolean notified = before.map(AlertMember::notified).orElse(false);
                yield Optional.of(new AlertMember(result.subject(), since, firing, null, notified, result.text()));
            }
            case BETWEEN -> before.filter(member -> member.firing() && member.notified())
                    .map(member -> new AlertMember(result.subject(), member.since(), true, null, true, result.text()));
            case UNKNOWN -> before;
            case CLEARED -> before.flatMap(member -> cleared(rule, member, result.text(), now));
        };
    }

    /** A member that fires stays until its condition has been cleared for the rule's {@code clear-for} duration. */
    private static Optional<AlertMember> cleared(AlertRule rule, AlertMember member, String text, Instant now) {
        Instant since = member.clearSince() == null ? now : member.clearSince();
        boolean waits = member.firing() && now.isBefore(since.plus(rule.clearFor()));
        return waits
                ? Optional.of(new AlertMember(member.subject(), member.since(), true, since, member.notified(), text))
                : Optional.empty();
    }

    /**
     * What people are sent about an alert now.
     *
     * @param explained why no notification is needed: the alert that explains this one, or a silence; empty where there
     *                  is no reason
     * @param audible   whether no silence covers a subject
     */
    static Step notified(Alert alert, Optional<String> explained, Predicate<AlertSubject> audible, AlertTiming timing,
            Instant now) {
        if (alert.state() == State.RESOLVED) {
            return new Step(alert, alert.notifiedAt() == null ? Optional.empty() : Optional.of(MessageKind.RESOLVED));
        }
        if (alert.state() == State.PENDING) {
            return new Step(alert, Optional.empty());
        }
        boolean expired = alert.state() == State.ACKNOWLEDGED
                && passed(alert.acknowledgedAt(), timing.acknowledgedFor(), now);
        Alert open = expired ? alert.unacknowledged() : alert;
        List<AlertMember> heard = open.firing().stream().filter(member -> audible.test(member.subject())).toList();
        Optional<String> quiet = explained.or(() -> heard.isEmpty() ? Optional.of("silenced") : Optional.empty());
        if (quiet.isPresent()) {
            return new Step(open.quiet(quiet.get()), Optional.empty());
        }
        if (open.notifiedAt() == null && open.notices().areEnough(now)) {
            return new Step(open.quiet("people were notified of the same cause less than a day ago"), Optional.empty());
        }
        Optional<MessageKind> kind = kind(open, heard, expired, timing, now);
        return new Step(kind.map(why -> open.notified(heard, now, why.isReminder())).orElse(open.quiet(null)), kind);
    }

    private static Optional<MessageKind> kind(Alert alert, List<AlertMember> heard, boolean expired,
            AlertTiming timing, Instant now) {
        if (alert.notifiedAt() == null) {
            return Optional.of(MessageKind.FIRED);
        }
        if (alert.notices().areEnough(now)) {
            return Optional.empty();
        }
        if (expired && timing.hasReminders(alert.severity())) {
            return Optional.of(MessageKind.EXPIRED);
        }
        if (heard.stream().anyMatch(member -> !member.notified())
                && passed(alert.notifiedAt(), timing.regroup(), now)) {
            return Optional.of(MessageKind.GREW);
        }
        boolean again = alert.state() == State.FIRING && timing.isReminderDue(alert, now);
        return again ? Optional.of(timing.isInDigest(alert) ? MessageKind.DIGEST : MessageKind.REPEATED)
                : Optional.empty();
    }

    private static boolean passed(Instant since, Duration time, Instant now) {
        return !now.isBefore(since.plus(time));
    }
}
