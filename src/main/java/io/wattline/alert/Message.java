package io.wattline.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What people read, the same by every notification channel. Names from the source are plain text here; each format
 * escapes them.
 *
 * @param id       stable: a message that is delivered twice has it twice
 * @param incident the same from the first message of an alert to its last
 * @param summary  one line
 * @param found    line by line, a subject and what was found
 * @param startedAt when it began, to the second like {@code at}: people need no more
 * @param lasted   how long it lasted, where it has ended; null while it goes on
 * @param notes    more, line by line
 */
public record Message(String id, MessageKind kind, String incident, String alert, String rule, String site,
        AlertSeverity severity, String summary, List<String> found,
                      List<String> notes, String action, String runbook, Instant startedAt, Instant at, String lasted) {

    public Message {
        startedAt = toTheSecond(startedAt);
        at = toTheSecond(at);
    }

    private static Instant toTheSecond(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS);
    }

    /** First line: what has happened, the severity, the subject. */
    public String title() {
        String what = switch (kind) {
            case FIRED, GREW, TEST -> severity.word();
            case REPEATED, EXPIRED -> severity.word() + ", goes on";
            case DIGEST -> "digest";
            case ACKNOWLEDGED -> "acknowledged";
            case RESOLVED -> "resolved";
        };
        return "[Wattline " + what + "] " + summary;
    }
}
