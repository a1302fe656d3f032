package io.wattline.alert;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One alert: what a rule found at one site (or in Wattline itself), from the first sign to the end.
 *
 * @param key            rule and site, stable over time; at most one alert of a key is open
 * @param incident       names this alert to the outside, such as PagerDuty's {@code dedup_key}: fixed when the alert
 *                       begins, stored with it, and never derived again
 * @param siteId         null for an alert that belongs to no site
 * @param startedAt      when its first condition began to hold
 * @param firedAt        when it began to fire; null while it is pending
 * @param notifiedAt     when people were last notified; null before that
 * @param resolvedAt     when it ended; null while it is open
 * @param acknowledgedAt when somebody acknowledged it; null while nobody has
 * @param quietReason    why no notification is sent: the alert that explains this one, or a silence; null while
 *                       notifications are sent
 * @param version        counts changes; 0 for an alert that is not stored yet
 * @param notices        what people were sent about its cause so far
 */
public record Alert(String key, String incident, String rule, String siteId, String siteName, AlertSeverity severity,
        State state,
                    Instant startedAt, Instant firedAt, @JsonAlias("toldAt") Instant notifiedAt, Instant resolvedAt,
                    Instant acknowledgedAt, String acknowledgedBy, String quietReason, List<AlertMember> members,
                            int version, AlertNotices notices) {

    /** The stages of an alert. */
    public enum State {
        /** The condition holds, but not yet for the rule's {@code for} duration. */
        PENDING,
        /** The condition has held for that duration. */
        FIRING,
        /** It fires, and somebody has acknowledged it. */
        ACKNOWLEDGED,
        /** It has ended. */
        RESOLVED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Alert {
        // a spool file of an earlier version does not hold the incident, which was then made of these
        incident = incident == null ? incident(key, startedAt) : incident;
        notices = notices == null ? AlertNotices.since(notifiedAt) : notices;
    }

    static String key(String rule, String group) {
        return group == null ? rule : rule + "/" + group;
    }

    private static String incident(String key, Instant startedAt) {
        return "wattline/" + key + "@" + startedAt;
    }

    /** An alert whose first condition begins to hold now. */
    static Alert begun(AlertRule rule, AlertSubject first, Instant now) {
        String key = key(rule.name(), first.group());
        return new Alert(key, incident(key, now), rule.name(), first.siteId(), first.siteName(), rule.severity(),
                State.PENDING, now,
                null, null, null, null, null, null, List.of(), 0, AlertNotices.NONE);
    }

    boolean isOpen() {
        return state != State.RESOLVED;
    }

    List<AlertMember> firing() {
        return members.stream().filter(AlertMember::firing).toList();
    }

    Alert with(State newState, List<AlertMember> newMembers, Instant now) {
        boolean fires = newState == State.FIRING || newState == State.ACKNOWLEDGED;
        return new Alert(key, incident, rule, siteId, siteName, severity, newState, startedAt,
                firedAt == null && fires ? now : firedAt, notifiedAt, newState == State.RESOLVED ? now : null,
                        acknowledgedAt,
                acknowledgedBy, quietReason, newMembers, version,
                newState == State.RESOLVED && notifiedAt != null ? notices.sent(now) : notices);
    }

    /** People are notified now of the {@code audible} members. */
    Alert notified(List<AlertMember> audible, Instant now, boolean isReminder) {
        List<AlertMember> all = members.stream().map(member -> audible.contains(member) ? member.asNotified() : member)
                .toList();
        return new Alert(key, incident, rule, siteId, siteName, severity, state, startedAt, firedAt, now, resolvedAt,
                acknowledgedAt, acknowledgedBy, null, all, version,
                isReminder ? notices.reminded(now) : notices.sent(now));
    }

    /** The same, begun after an alert of the same key that has ended: one cause in the eyes of people. */
    Alert after(Alert ended) {
        return new Alert(key, incident, rule, siteId, siteName, severity, state, startedAt, firedAt, notifiedAt,
                resolvedAt, acknowledgedAt, acknowledgedBy, quietReason, members, version, ended.notices());
    }

    /** Its acknowledgement has run out. */
    Alert unacknowledged() {
        return new Alert(key, incident, rule, siteId, siteName, severity, State.FIRING, startedAt, firedAt, notifiedAt,
                resolvedAt,
                null, null, quietReason, members, version, notices);
    }

    Alert quiet(String reason) {
        return new Alert(key, incident, rule, siteId, siteName, severity, state, startedAt, firedAt, notifiedAt,
                resolvedAt,
                acknowledgedAt, acknowledgedBy, reason, members, version, notices);
    }

    Alert version(int newVersion) {
        return new Alert(key, incident, rule, siteId, siteName, severity, state, startedAt, firedAt, notifiedAt,
                resolvedAt,
                acknowledgedAt, acknowledgedBy, quietReason, members, newVersion, notices);
    }
}
