package io.wattline.alert;

import java.time.Duration;
import java.time.Instant;

/**
 * What people were sent about the cause of an alert. An alert that begins again within a day goes on with the notices
 * of the one before: column {@code alerts.notices}.
 *
 * @param since     when people were first notified of the cause; null before that
 * @param last      when they were last sent a message about it; null before that
 * @param reminders how many reminders they were sent
 */
public record AlertNotices(Instant since, Instant last, int reminders) {

    static final AlertNotices NONE = new AlertNotices(null, null, 0);
    /** In the first day of a cause, and between two messages about it from then on. */
    static final Duration DAY = Duration.ofDays(1);

    /** Of an alert that an earlier version stored. */
    static AlertNotices since(Instant notifiedAt) {
        return notifiedAt == null ? NONE : new AlertNotices(notifiedAt, notifiedAt, 0);
    }

    AlertNotices sent(Instant now) {
        return new AlertNotices(since == null ? now : since, now, reminders);
    }

    AlertNotices reminded(Instant now) {
        return new AlertNotices(since == null ? now : since, now, reminders + 1);
    }

    /** Whether the cause is older than a day and people were sent a message about it less than a day ago. */
    boolean areEnough(Instant now) {
        return since != null && !now.isBefore(since.plus(DAY)) && now.isBefore(last.plus(DAY));
    }
}
