package io.wattline.alert;

import java.time.Instant;

/**
 * One of those whom an alert is about.
 *
 * @param since      when its condition began to hold
 * @param firing     whether it has held for as long as the rule says
 * @param clearSince since when it is over again, while the rule still waits; null while it holds
 * @param told       whether people have been told of it
 * @param text       what was found last, for people
 */
public record AlertMember(AlertSubject subject, Instant since, boolean firing, Instant clearSince, boolean told, String text) {

    AlertMember asTold() {
        return new AlertMember(subject, since, firing, clearSince, true, text);
    }
}
