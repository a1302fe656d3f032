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

/** The life of an alert as a state machine: pending, firing, acknowledged, resolved. Pure: what was, what is found, the time; out comes what is, and what people hear. */
final class AlertLifecycle {

    /** What becomes of an alert, and why people are told; no kind where they are not. */
    record Step(Alert alert, Optional<MessageKind> kind) {
    }

    private AlertLifecycle() {
    }

    /**
     * The alert after an evaluation; empty where there is none. Whoever is not among the findings is well. What is between threshold and {@code clear} goes on only
     * where people know of it: it spares them flapping, and is no news.
     */
    static Optional<Alert> evaluated(AlertRule rule, Optional<Alert> before, List<RuleResult> findings, Instant now) {
        Map<String, AlertMember> known = new LinkedHashMap<>();
        before.ifPresent(alert -> alert.members().forEach(member -> known.put(member.subject().key(), member)));
        List<AlertMember> members = new ArrayList<>();
        for (RuleResult finding : findings) {
            member(rule, Optional.ofNullable(known.remove(finding.subject().key())), finding, now).ifPresent(members::add);
        }
        known.values().forEach(gone -> over(rule, gone, gone.text(), now).ifPresent(members::add));
        if (members.isEmpty()) {
            return before.map(alert -> alert.with(State.RESOLVED, alert.members(), now));
        }
        State state = before.map(Alert::state).orElse(State.PENDING);
        if (state == State.PENDING && members.stream().anyMatch(AlertMember::firing)) {
            state = State.FIRING;
        }
        return Optional.of(before.orElseGet(() -> begun(rule, findings.get(0).subject(), now)).with(state, List.copyOf(members), now));
    }

    private static Alert begun(AlertRule rule, AlertSubject first, Instant now) {
        return new Alert(Alert.key(rule.name(), first.group()), rule.name(), first.siteId(), first.siteName(), rule.severity(), State.PENDING, now, null, null, null, null,
                null, null, List.of(), 0);
    }

    private static Optional<AlertMember> member(AlertRule rule, Optional<AlertMember> before, RuleResult found, Instant now) {
        return switch (found.verdict()) {
            case SO -> {
                Instant since = before.map(AlertMember::since).orElse(now);
                boolean firing = before.map(AlertMember::firing).orElse(false) || !now.isBefore(since.plus(rule.lasting()));
                yield Optional.of(new AlertMember(found.subject(), since, firing, null, before.map(AlertMember::told).orElse(false), found.text()));
            }
            case BETWEEN -> before.filter(member -> member.firing() && member.told()).map(member -> new AlertMember(found.subject(), member.since(), true, null, member.told(), found.text()));
            case UNKNOWN -> before;
            case NOT_SO -> before.flatMap(member -> over(rule, member, found.text(), now));
        };
    }

    /** One that fires waits until it has been over for long enough. */
    private static Optional<AlertMember> over(AlertRule rule, AlertMember member, String text, Instant now) {
        Instant since = member.clearSince() == null ? now : member.clearSince();
        boolean waits = member.firing() && now.isBefore(since.plus(rule.clearFor()));
        return waits ? Optional.of(new AlertMember(member.subject(), member.since(), true, since, member.told(), text)) : Optional.empty();
    }

    /**
     * What people hear of an alert now.
     *
     * @param explained why nobody need be told: a cause that has been told, or a silence; empty where there is none
     * @param audible   whom no silence covers
     */
    static Step told(Alert alert, Optional<String> explained, Predicate<AlertSubject> audible, AlertTiming tempo, Instant now) {
        if (alert.state() == State.RESOLVED) {
            return new Step(alert, alert.toldAt() == null ? Optional.empty() : Optional.of(MessageKind.RESOLVED));
        }
        if (alert.state() == State.PENDING) {
            return new Step(alert, Optional.empty());
        }
        boolean expired = alert.state() == State.ACKNOWLEDGED && passed(alert.acknowledgedAt(), tempo.acknowledgedFor(), now);
        Alert open = expired ? alert.forgotten() : alert;
        List<AlertMember> heard = open.firing().stream().filter(member -> audible.test(member.subject())).toList();
        Optional<String> quiet = explained.or(() -> heard.isEmpty() ? Optional.of("silenced") : Optional.empty());
        if (quiet.isPresent()) {
            return new Step(open.quiet(quiet.get()), Optional.empty());
        }
        Optional<MessageKind> kind = kind(open, heard, expired, tempo, now);
        return new Step(kind.isPresent() ? open.told(heard, now) : open.quiet(null), kind);
    }

    private static Optional<MessageKind> kind(Alert alert, List<AlertMember> heard, boolean expired, AlertTiming tempo, Instant now) {
        if (alert.toldAt() == null) {
            return Optional.of(MessageKind.FIRED);
        }
        if (expired) {
            return Optional.of(MessageKind.EXPIRED);
        }
        if (heard.stream().anyMatch(member -> !member.told()) && passed(alert.toldAt(), tempo.regroup(), now)) {
            return Optional.of(MessageKind.GREW);
        }
        boolean again = alert.state() == State.FIRING && passed(alert.toldAt(), tempo.repeat(alert.severity()), now);
        return again ? Optional.of(MessageKind.REPEATED) : Optional.empty();
    }

    private static boolean passed(Instant since, Duration time, Instant now) {
        return !now.isBefore(since.plus(time));
    }
}
