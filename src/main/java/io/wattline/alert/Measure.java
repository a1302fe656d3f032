package io.wattline.alert;

import java.util.Arrays;
import java.util.List;

/**
 * What a condition can be about. One that the database knows is one line here and one statement {@code db/sql/measure-<name>.sql} ('-' for '_'), which gets
 * {@code :#now}, {@code :#over} (an ISO 8601 length) and {@code :#kind} and gives rows of: value, and where they apply organization_id, organization_name,
 * channel_id, channel_name, channel_type, interval_seconds, expected, name (of what is neither site nor channel), detail (for people).
 */
public enum Measure {
    LAST_READING_AGE(Unit.TIME, Takes.NOTHING, "the last reading ended this long ago"),
    NEWEST_READING_AGE(Unit.TIME, Takes.NOTHING, "the newest reading of the whole site ended this long ago"),
    ACTIVE_CHANNELS(Unit.COUNT, Takes.NOTHING, "channels that deliver"),
    READINGS_IN_LAST(Unit.COUNT, Takes.LENGTH, "readings kept"),
    COMPLETENESS(Unit.SHARE, Takes.LENGTH, "readings kept of those expected"),
    NULL_RATE(Unit.SHARE, Takes.LENGTH, "values that are missing in the field that lacks most"),
    REJECT_RATE(Unit.SHARE, Takes.LENGTH, "readings rejected of those that came"),
    DEAD_LETTER_RATE(Unit.COUNT, Takes.LENGTH, "new dead letters"),
    GAP_HOURS(Unit.TIME, Takes.NOTHING, "the longest open gap"),
    CHANNEL_STATE(Unit.FLAG, Takes.KIND, "the channel is"),
    QUARANTINED(Unit.FLAG, Takes.NOTHING, "the breaker for bad data keeps what comes out of readings"),
    FINDING(Unit.COUNT, Takes.KIND, "open findings of the checks over stored readings, of kind"),
    RECONCILIATION_DIFFERS(Unit.COUNT, Takes.LENGTH, "slots that differ from the source's"),
    SOURCE_DRIFT(Unit.COUNT, Takes.LENGTH, "changes in what the source's values mean"),
    FAILING_CHANNELS(Unit.SHARE, Takes.NOTHING, "channels whose last request failed"),
    METADATA_AGE(Unit.TIME, Takes.NOTHING, "the source's lists were last read this long ago"),
    CANARY_AGE(Unit.TIME, Takes.NOTHING, "the last canary reached the database this long ago"),
    DELIVERIES_DEAD(Unit.COUNT, Takes.LENGTH, "messages given up"),
    BREAKER_OPEN(Unit.FLAG, "the circuit breaker in front of the source is open"),
    LOG_IN_REFUSED(Unit.FLAG, "the source refuses the log-in"),
    BACKLOG(Unit.COUNT, "answers that wait in the spool"),
    UNREADABLE_FILES(Unit.COUNT, "files of the spool that nobody can read"),
    TIMER_LATE(Unit.TIME, "the timer is late by"),
    DISK_FREE(Unit.SHARE, "free space on the disk"),
    DATABASE_DOWN(Unit.FLAG, "the database does not answer"),
    RULES_REFUSED(Unit.FLAG, "config/alerts.yaml is refused; the rules from before go on"),
    RULES_UNEVALUATED(Unit.COUNT, "rules that cannot be evaluated"),
    HEARTBEAT_FAILED(Unit.FLAG, "the heartbeat is not taken");

    /** What the value is. */
    public enum Unit { TIME, SHARE, COUNT, FLAG }

    /** What stands in brackets after the name. */
    public enum Takes { NOTHING, LENGTH, KIND }

    private final Unit unit;
    private final Takes takes;
    private final boolean ofDatabase;
    private final String words;

    Measure(Unit unit, Takes takes, String words) {
        this(unit, takes, true, words);
    }

    /** Of the process itself: no statement, and nothing that another process could say. */
    Measure(Unit unit, String words) {
        this(unit, Takes.NOTHING, false, words);
    }

    Measure(Unit unit, Takes takes, boolean ofDatabase, String words) {
        this.unit = unit;
        this.takes = takes;
        this.ofDatabase = ofDatabase;
        this.words = words;
    }

    public Unit unit() {
        return unit;
    }

    public Takes takes() {
        return takes;
    }

    /** Whether a statement says it; the others the process knows of itself. */
    public boolean ofDatabase() {
        return ofDatabase;
    }

    /** For people, before the value. */
    public String words() {
        return words;
    }

    /** As it is written in conditions. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Of {@code db/sql/measure-<file>.sql}. */
    public String file() {
        return word().replace('_', '-');
    }

    static List<String> words(Takes takes) {
        return Arrays.stream(values()).filter(measure -> measure.takes == takes).map(Measure::word).toList();
    }
}
