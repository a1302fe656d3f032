package io.wattline.estimation;

import io.wattline.reading.Counters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The use of a channel at the same local time on days like that of a slot: the same weekday in the weeks before, or,
 * for a holiday, the Sundays before. Holidays and days with estimates are left out.
 */
final class LikeDays {

    private final Neighbourhood around;
    private final ZoneId zone;
    private final Predicate<LocalDate> holiday;
    private final int weeks;
    private final int daysMin;

    LikeDays(Neighbourhood around, ZoneId zone, Predicate<LocalDate> holiday, int weeks, int daysMin) {
        this.around = around;
        this.zone = zone;
        this.holiday = holiday;
        this.weeks = weeks;
        this.daysMin = daysMin;
    }

    /** The like days of a day, the latest first. */
    List<LocalDate> of(LocalDate day) {
        LocalDate latest =
                holiday.test(day) ? day.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY)) : day.minusWeeks(1);
        return IntStream.range(0, weeks)
                .mapToObj(latest::minusWeeks)
                .filter(holiday.negate())
                .filter(like -> !around.isEstimated(like))
                .toList();
    }

    /**
     * The mean over the like days; empty where too few have a good reading of the slot. It has export where each of
     * them has it.
     */
    Optional<Counters> mean(Instant slot) {
        LocalDateTime local = LocalDateTime.ofInstant(slot, zone);
        List<Counters> values = of(local.toLocalDate()).stream()
                .map(day -> instant(day.atTime(local.toLocalTime())))
                .flatMap(Optional::stream)
                .map(around::goodAt)
                .flatMap(Optional::stream)
                .map(KeptReading::energy)
                .toList();
        return values.size() < daysMin ? Optional.empty() : values.stream().reduce(Counters::plus)
                .map(sum -> new Counters(sum.energyKwh() / values.size(), sum.exportKwh() / values.size()));
    }

    /** The first instant of a local time; empty where the clock skips that time. */
    private Optional<Instant> instant(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty() ? Optional.empty() : Optional.of(local.toInstant(offsets.get(0)));
    }
}
