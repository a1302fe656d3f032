package io.wattline.export;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * A time zone as ESPI says it (TimeConfiguration): offsets in seconds, and the rules of both clock changes as the bits
 * of DstRuleType.
 *
 * @param tzOffset  without daylight saving
 * @param dstOffset what daylight saving adds; 0 where the zone has none
 * @param dstStart  8 hex digits
 * @param dstEnd    8 hex digits
 */
record GreenButtonZone(int tzOffset, int dstOffset, String dstStart, String dstEnd) {

    private static final int MONTH_AT = 28;
    private static final int OPERATOR_AT = 25;
    private static final int DAY_AT = 20;
    private static final int WEEKDAY_AT = 17;
    private static final int HOUR_AT = 12;
    private static final int ON_DAY = 0;
    private static final int WEEKDAY_ON_OR_AFTER = 1;
    private static final int FIRST_WEEKDAY = 2;
    private static final int LAST_WEEKDAY = 7;
    private static final int SECONDS_PER_HOUR = 3600;
    private static final int FOURTH_WEEK_DAY = 22;

    /** @param at the offsets are those of this instant */
    static GreenButtonZone of(ZoneId zone, Instant at) {
        ZoneRules rules = zone.getRules();
        int standard = rules.getStandardOffset(at).getTotalSeconds();
        List<ZoneOffsetTransitionRule> changes = rules.getTransitionRules();
        ZoneOffsetTransitionRule start = change(changes, true);
        ZoneOffsetTransitionRule end = change(changes, false);
        if (start == null || end == null) {
            return new GreenButtonZone(standard, 0, "00000000", "00000000");
        }
        int added = start.getOffsetAfter().getTotalSeconds() - start.getOffsetBefore().getTotalSeconds();
        return new GreenButtonZone(standard, added, bits(start), bits(end));
    }

    private static ZoneOffsetTransitionRule change(List<ZoneOffsetTransitionRule> changes, boolean forward) {
        return changes.stream().filter(change -> forward == change.getOffsetAfter().getTotalSeconds()
                > change.getOffsetBefore().getTotalSeconds()).findFirst().orElse(null);
    }

    /** From bit 0: seconds of the hour, hour, day of the week (Monday 1), day of the month, operator, month. */
    private static String bits(ZoneOffsetTransitionRule rule) {
        int day = rule.getDayOfMonthIndicator();
        DayOfWeek weekday = rule.getDayOfWeek();
        int operator = operator(rule.getMonth(), day, weekday);
        boolean needsDay = operator == ON_DAY || operator == WEEKDAY_ON_OR_AFTER;
        int second = wallSecond(rule);
        int bits = rule.getMonth().getValue() << MONTH_AT | operator << OPERATOR_AT | (needsDay ? day : 0) << DAY_AT
                | (weekday == null ? 0 : weekday.getValue()) << WEEKDAY_AT
                | second / SECONDS_PER_HOUR << HOUR_AT | second % SECONDS_PER_HOUR;
        return String.format("%08X", bits);
    }

    /** 2 to 6: the first to fifth such weekday of the month. */
    private static int operator(Month month, int day, DayOfWeek weekday) {
        if (weekday == null) {
            return ON_DAY;
        }
        if (day < 0 || day == month.maxLength() - DayOfWeek.values().length + 1) {
            return LAST_WEEKDAY;
        }
        boolean isWeek = day <= FOURTH_WEEK_DAY && (day - 1) % DayOfWeek.values().length == 0;
        return isWeek ? FIRST_WEEKDAY + (day - 1) / DayOfWeek.values().length : WEEKDAY_ON_OR_AFTER;
    }

    /** The second of the day on the clock that is about to change. */
    private static int wallSecond(ZoneOffsetTransitionRule rule) {
        int second = rule.getLocalTime().toSecondOfDay();
        ZoneOffset shown = rule.getOffsetBefore();
        int wall = switch (rule.getTimeDefinition()) {
            case WALL -> second;
            case UTC -> second + shown.getTotalSeconds();
            case STANDARD -> second + shown.getTotalSeconds() - rule.getStandardOffset().getTotalSeconds();
        };
        return Math.floorMod(wall, 24 * SECONDS_PER_HOUR);
    }
}
