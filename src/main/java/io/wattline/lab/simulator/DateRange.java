package io.wattline.lab.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * The half-open span, Unix seconds, that {@code daterange} asks for. Days are those of the site, and the last day of
 * two is in it.
 */
record DateRange(long from, long to) {

    /** Null where the parameter is missing or cannot be read, or where it does not start before it ends. */
    static DateRange of(Query query, ZoneId zone, Instant now) {
        List<String> range = query.all("daterange");
        DateRange read = switch (range.size()) {
            case 1 -> named(range.get(0), zone, LocalDate.ofInstant(now, zone));
            case 2 -> between(range.get(0), range.get(1), zone);
            default -> null;
        };
        return read == null || read.from >= read.to ? null : read;
    }

    private static DateRange between(String from, String to, ZoneId zone) {
        try {
            return from.matches("\\d{1,11}") && to.matches("\\d{1,11}")
                    ? new DateRange(Long.parseLong(from), Long.parseLong(to))
                    : days(LocalDate.parse(from), LocalDate.parse(to).plusDays(1), zone);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static DateRange named(String name, ZoneId zone, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = today.withDayOfMonth(1);
        LocalDate newYear = today.withDayOfYear(1);
        return switch (name) {
            case "today" -> days(today, today.plusDays(1), zone);
            case "yesterday" -> days(today.minusDays(1), today, zone);
            case "daybefore" -> days(today.minusDays(2), today.minusDays(1), zone);
            case "thisweek" -> days(monday, monday.plusWeeks(1), zone);
            case "lastweek" -> days(monday.minusWeeks(1), monday, zone);
            case "weekbefore" -> days(monday.minusWeeks(2), monday.minusWeeks(1), zone);
            case "7days" -> days(today.minusDays(7), today, zone);
            case "previous7days" -> days(today.minusDays(14), today.minusDays(7), zone);
            case "28days" -> days(today.minusDays(28), today, zone);
            case "30days" -> days(today.minusDays(30), today, zone);
            case "thismonth" -> days(first, first.plusMonths(1), zone);
            case "lastmonth" -> days(first.minusMonths(1), first, zone);
            case "thisyear" -> days(newYear, newYear.plusYears(1), zone);
            case "lastyear" -> days(newYear.minusYears(1), newYear, zone);
            default -> null;
        };
    }

    private static DateRange days(LocalDate first, LocalDate end, ZoneId zone) {
        return new DateRange(first.atStartOfDay(zone).toEpochSecond(), end.atStartOfDay(zone).toEpochSecond());
    }

    long seconds() {
        return to - from;
    }
}
