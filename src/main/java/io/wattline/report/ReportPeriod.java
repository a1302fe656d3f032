package io.wattline.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;

/** Length of the span that a report covers. */
public enum ReportPeriod {
    DAILY, WEEKLY, MONTHLY;

    /** As tables and files write it, such as monthly; {@link IllegalArgumentException} for another word. */
    public static ReportPeriod of(String word) {
        return Arrays.stream(values()).filter(period -> period.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + word + "' is no period; allowed: daily, weekly, monthly"));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** First day of the period that a day lies in. A week begins on Monday. */
    public LocalDate first(LocalDate day) {
        return switch (this) {
            case DAILY -> day;
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> day.withDayOfMonth(1);
        };
    }

    /** First day after the period that begins on a day. */
    public LocalDate end(LocalDate first) {
        return switch (this) {
            case DAILY -> first.plusDays(1);
            case WEEKLY -> first.plusWeeks(1);
            case MONTHLY -> first.plusMonths(1);
        };
    }

    /** First day of the period before the one that begins on a day. */
    LocalDate before(LocalDate first) {
        return first(first.minusDays(1));
    }

    /** First day of the last period that has ended before a day. */
    LocalDate lastWhole(LocalDate today) {
        return before(first(today));
    }
}
