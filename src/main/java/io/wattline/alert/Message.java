package io.wattline.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What people read, the same by every way. Names from outside are plain text here; each way escapes them as it must.
 *
 * @param id       stable: a message that comes twice carries it twice
 * @param incident the same from the first message of an alert to its last
 * @param summary  one line
 * @param found    line by line, whom it is about and what was found
 * @param startedAt when it began, to the second like {@code at}: nobody reads more
 * @param lasted   how long it lasted, for one that is over; null while it goes on
 * @param notes    what else is to be said, line by line
 */
public record Message(String id, MessageKind kind, String incident, String alert, String rule, String site, AlertSeverity severity, String summary, List<String> found,
                      List<String> notes, String action, String runbook, Instant startedAt, Instant at, String lasted) {

    public Message {
        startedAt = toTheSecond(startedAt);
        at = toTheSecond(at);
    }

    private static Instant toTheSecond(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS);
    }

    /** First line: what has happened, how bad, about what. */
    public String title() {
        String what = switch (kind) {
            case FIRED, GREW, TEST -> severity.word();
            case REPEATED, EXPIRED -> severity.word() + ", goes on";
            case ACKNOWLEDGED -> "acknowledged";
            case RESOLVED -> "resolved";
        };
        return "[Wattline " + what + "] " + summary;
    }
}
