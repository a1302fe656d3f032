package io.wattline.forecast.method;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be forecast. */
public enum ForecastKind {
    /** A channel or a site misses 99 % this month. */
    MONTH,
    /** A gateway fails for a whole day within 7 days. */
    GATEWAY,
    /** A clock is half an interval off within 14 days. */
    CLOCK,
    /** Disk, database, spool or the requests of a day reach their limit within 14 days. */
    FULL,
    /** The windows of backfills are not all read within 24 hours. */
    BACKLOG,
    /** Readings come later than the look-back reaches within 7 days. */
    LATE;

    /** As tables and people write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> texts() {
        return Arrays.stream(values()).map(ForecastKind::text).toList();
    }
}
