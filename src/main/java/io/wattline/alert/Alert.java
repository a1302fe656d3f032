package io.wattline.alert;

import java.time.Instant;
import java.util.List;

/**
 * One alert: a rule that has found something at one site (or of Wattline itself), from its first sign to its end.
 *
 * @param key            rule and site, stable over time; at most one alert of a key is open
 * @param siteId         null where it belongs to none
 * @param startedAt      when its first condition began to hold
 * @param firedAt        since when it fires; null while pending
 * @param toldAt         when people were last told; null while they have not been
 * @param resolvedAt     when it ended; null while open
 * @param acknowledgedAt when somebody said that they are at it; null where nobody is
 * @param quietReason    why people are not told now: the alert that explains it, or a silence; null where they are
 * @param version        counts changes; 0 for one that is in no table yet
 */
public record Alert(String key, String rule, String siteId, String siteName, AlertSeverity severity, State state, Instant startedAt, Instant firedAt, Instant toldAt,
                    Instant resolvedAt, Instant acknowledgedAt, String acknowledgedBy, String quietReason, List<AlertMember> members, int version) {

    /** Where it stands. */
    public enum State {
        /** The condition holds, not yet for as long as the rule says. */
        PENDING,
        /** It does. */
        FIRING,
        /** Somebody is at it. */
        ACKNOWLEDGED,
        /** Over. */
        RESOLVED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static String key(String rule, String group) {
        return group == null ? rule : rule + "/" + group;
    }

    boolean isOpen() {
        return state != State.RESOLVED;
    }

    List<AlertMember> firing() {
        return members.stream().filter(AlertMember::firing).toList();
    }

    /** The same incident at everybody's end, from its first message to its last. */
    String incident() {
        return "wattline/" + key + "@" + startedAt;
    }

    Alert with(State newState, List<AlertMember> newMembers, Instant now) {
        boolean fires = newState == State.FIRING || newState == State.ACKNOWLEDGED;
        return new Alert(key, rule, siteId, siteName, severity, newState, startedAt, firedAt == null && fires ? now : firedAt, toldAt,
                newState == State.RESOLVED ? now : null, acknowledgedAt, acknowledgedBy, quietReason, newMembers, version);
    }

    /** People are told now of those who are {@code heard}. */
    Alert told(List<AlertMember> heard, Instant now) {
        return new Alert(key, rule, siteId, siteName, severity, state, startedAt, firedAt, now, resolvedAt, acknowledgedAt, acknowledgedBy, null,
                members.stream().map(member -> heard.contains(member) ? member.asTold() : member).toList(), version);
    }

    /** Nobody is at it any more. */
    Alert forgotten() {
        return new Alert(key, rule, siteId, siteName, severity, State.FIRING, startedAt, firedAt, toldAt, resolvedAt, null, null, quietReason, members, version);
    }

    Alert quiet(String reason) {
        return new Alert(key, rule, siteId, siteName, severity, state, startedAt, firedAt, toldAt, resolvedAt, acknowledgedAt, acknowledgedBy, reason, members, version);
    }

    Alert version(int newVersion) {
        return new Alert(key, rule, siteId, siteName, severity, state, startedAt, firedAt, toldAt, resolvedAt, acknowledgedAt, acknowledgedBy, quietReason, members,
                newVersion);
    }
}
