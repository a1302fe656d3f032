package io.wattline.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * One subject that an alert is about, as column {@code alerts.members} holds it.
 *
 * @param since      when its condition began to hold
 * @param firing     whether the condition has held for the rule's {@code for} duration
 * @param clearSince since when the condition is cleared while the rule still waits; null while it holds
 * @param notified   whether people have been notified of this subject
 * @param text       what was found last, for people
 */
public record AlertMember(AlertSubject subject, Instant since, boolean firing, Instant clearSince,
                          @JsonProperty("told") boolean notified, String text) {

    AlertMember asNotified() {
        return new AlertMember(subject, since, firing, clearSince, true, text);
    }
}
