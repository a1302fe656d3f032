package io.wattline.anomaly.detector;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What detectors find. The greater rank explains the lesser where both see the same days. */
public enum AnomalyKind {
    /** A day unlike its like days. */
    DAY,
    /** Neighbouring slots unlike their hour of the week. */
    SLOT,
    NIGHT_LOAD,
    SPIKE,
    ZERO,
    /** A solar meter that produces in the dark. */
    SOLAR_NIGHT,
    FROZEN,
    CLOCK,
    RECURRING_GAP,
    DRIFT,
    LEVEL,
    /** Parts that do not add up to their whole. */
    BALANCE;

    /** Whether an anomaly of this kind is the cause of one of the other kind at the same time. */
    public boolean explains(AnomalyKind other) {
        return switch (this) {
            case LEVEL -> other.isVague() || other == SPIKE || other == BALANCE;
            case DRIFT, CLOCK -> other == NIGHT_LOAD || other == DAY || other == SLOT;
            case FROZEN -> other == DAY || other == SLOT || other == SOLAR_NIGHT || other == BALANCE;
            case ZERO, SPIKE -> other == DAY || other == SLOT || other == BALANCE;
            case SOLAR_NIGHT -> other == DAY || other == SLOT || other == NIGHT_LOAD;
            case NIGHT_LOAD -> other == DAY || other == SLOT;
            case DAY -> other == SLOT;
            case SLOT, RECURRING_GAP, BALANCE -> false;
        };
    }

    /** Whether it says that something differs, and not what. */
    public boolean isVague() {
        return this == DAY || this == SLOT || this == NIGHT_LOAD || this == DRIFT || this == CLOCK;
    }

    /** As in settings and tables: {@code night-load}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a text such as {@code night-load}; empty where there is none. */
    public static Optional<AnomalyKind> find(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }

    public static List<String> texts() {
        return Arrays.stream(values()).map(AnomalyKind::text).toList();
    }
}
