package io.wattline.alert;

import java.util.Arrays;
import java.util.List;

/**
 * What a condition can be about. A measure that the database answers is one line here and one statement {@code
 * db/sql/measure-<name>.sql} ('-' for '_'). The statement gets {@code :#now}, {@code :#over} (an ISO 8601 duration) and
 * {@code :#kind}. It returns rows of value, and where they apply organization_id, organization_name, channel_id,
 * channel_name, channel_type, interval_seconds, expected, name (of a subject that is neither site nor channel), detail
 * (for people).
 */
public enum Measure {
    LAST_READING_AGE(Unit.TIME, Takes.NOTHING, "time since the last reading"),
    NEWEST_READING_AGE(Unit.TIME, Takes.NOTHING, "time since the newest reading of the site"),
    ACTIVE_CHANNELS(Unit.COUNT, Takes.NOTHING, "channels that deliver"),
    READINGS_IN_LAST(Unit.COUNT, Takes.LENGTH, "readings kept"),
    COMPLETENESS(Unit.SHARE, Takes.LENGTH, "readings kept of those expected"),
    NULL_RATE(Unit.SHARE, Takes.LENGTH, "missing values in the field that lacks most"),
    REJECT_RATE(Unit.SHARE, Takes.LENGTH, "readings rejected of those fetched"),
    DEAD_LETTER_RATE(Unit.COUNT, Takes.LENGTH, "new dead letters"),
    GAP_HOURS(Unit.TIME, Takes.NOTHING, "the longest open gap"),
    NEVER_DELIVERED(Unit.FLAG, Takes.NOTHING, "no value since its installation"),
    VANISHED(Unit.FLAG, Takes.LENGTH, "the source's list no longer holds the channel"),
    CHANNEL_STATE(Unit.FLAG, Takes.KIND, "the channel is"),
    QUARANTINED(Unit.FLAG, Takes.NOTHING, "the circuit breaker for bad data is open, no reading is kept"),
    FINDING(Unit.COUNT, Takes.KIND, "open findings in stored readings, of kind"),
    ANOMALY(Unit.COUNT, Takes.KIND, "open anomalies, of kind"),
    FORECAST(Unit.SHARE, Takes.KIND, "probability of what is forecast, of kind"),
    RECONCILIATION_DIFFERS(Unit.COUNT, Takes.LENGTH, "slots that differ from the source"),
    SOURCE_DRIFT(Unit.COUNT, Takes.LENGTH, "changes in the meaning of the source's values"),
    FAILING_CHANNELS(Unit.SHARE, Takes.NOTHING, "channels whose last request failed"),
    NO_CHANNELS(Unit.FLAG, Takes.NOTHING, "nothing is watched"),
    METADATA_AGE(Unit.TIME, Takes.NOTHING, "time since the source's lists were last read"),
    CANARY_AGE(Unit.TIME, Takes.NOTHING, "time since the last canary reached the database"),
    DELIVERIES_DEAD(Unit.COUNT, Takes.LENGTH, "messages given up"),
    BREAKER_OPEN(Unit.FLAG, "the circuit breaker in front of the source is open"),
    LOG_IN_REFUSED(Unit.FLAG, "the source refuses the log-in"),
    BACKLOG(Unit.COUNT, "responses that wait in the spool"),
    UNREADABLE_FILES(Unit.COUNT, "unreadable files in the spool"),
    TIMER_LATE(Unit.TIME, "the timer is late by"),
    CLOCK_STEP(Unit.TIME, "the machine's clock was set by"),
    DISK_FREE(Unit.SHARE, "free space on the disk"),
    PART_DOWN(Unit.TIME, "the part of health is DOWN since"),
    DATABASE_DOWN(Unit.FLAG, "the database does not answer"),
    RULES_REFUSED(Unit.FLAG, "config/alerts.yaml is refused; the previous rules stay in force"),
    ROUTES_REFUSED(Unit.FLAG, "an edit of routes/ is refused; the previous routes run"),
    RULES_UNEVALUATED(Unit.COUNT, "rules that cannot be evaluated"),
    HEARTBEAT_FAILED(Unit.FLAG, "the heartbeat fails");

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

    /** A measure of the process itself: it has no statement, and no other process knows it. */
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

    /** Whether a statement answers it; the process knows the others itself. */
    public boolean ofDatabase() {
        return ofDatabase;
    }

    /** For people, before the value. */
    public String words() {
        return words;
    }

    /** As conditions write it. */
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
