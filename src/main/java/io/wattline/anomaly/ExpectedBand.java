package io.wattline.anomaly;

import io.wattline.anomaly.detector.DayGrid;
import io.wattline.anomaly.detector.Expected;
import io.wattline.anomaly.watch.ChannelWatch;
import io.wattline.anomaly.watch.ExpectedDays;
import io.wattline.anomaly.watch.WatchState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The energy that the detectors expect of a channel, for its chart. */
public final class ExpectedBand {

    private static final double SPREADS = 3;
    private static final int LIKE_DAYS_MIN = 4;
    private static final int MINUTES_PER_HOUR = 60;

    /** What is expected of a slot or an hour, in kWh: the median of the like days, and three spreads around it. */
    public record Slot(Instant start, double expectedKwh, double lowKwh, double highKwh) {
    }

    /** Of a channel, in order of time. */
    public record Band(int channelId, long intervalSeconds, List<Slot> slots) {
    }

    private final AnomalyBook book;
    private final ChannelHistory history;

    public ExpectedBand(AnomalyBook book, DataSource database) {
        this.book = book;
        this.history = new ChannelHistory(database);
    }

    /**
     * The band from {@code start} (inclusive) to {@code end} (exclusive). Slots of which nothing is expected are left
     * out. Empty where the channel does not exist.
     *
     * @param byHour sums by hour and not by reading
     */
    public Optional<Band> of(int channelId, Instant start, Instant end, boolean byHour) {
        return history.channels(List.of(channelId)).stream().findFirst().map(channel -> new Band(channelId,
                channel.channel().interval().toSeconds(), slots(channel, start, end, byHour)));
    }

    private List<Slot> slots(JudgedChannel channel, Instant start, Instant end, boolean byHour) {
        LocalDate through = channel.day(end.minusNanos(1));
        if (channel.firstReading() == null || through.isBefore(channel.firstDay())) {
            return List.of();
        }
        LocalDate from = later(channel.day(start), channel.firstDay());
        DayGrid grid = history.readings(channel, later(from.minusDays(ChannelWatch.HISTORY_DAYS), channel.firstDay()),
                through);
        WatchState state = history.checkpoint(channel.id(), LocalDate.MAX.withYear(9999),
                Checkpoints.settings(channel, book)).orElse(null);
        ExpectedDays expected = new ExpectedDays(grid, book.holidays(channel), state);
        List<Slot> slots = new ArrayList<>();
        int perSlot = byHour ? Math.max(1, MINUTES_PER_HOUR / grid.slotMinutes()) : 1;
        for (int day = (int) ChronoUnit.DAYS.between(channel.firstDay(), from); day < grid.days(); day++) {
            add(slots, grid, day, expected.of(day), perSlot);
        }
        return slots.stream().filter(slot -> !slot.start().isBefore(start) && slot.start().isBefore(end)).toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static void add(List<Slot> slots, DayGrid grid, int day, Expected expected, int perSlot) {
        if (expected.likeDays() < LIKE_DAYS_MIN) {
            return;
        }
        for (int first = 0; first < grid.slotsPerDay(); first += perSlot) {
            double energy = 0;
            double spread = 0;
            for (int slot = first; slot < first + perSlot; slot++) {
                energy += expected.energyKwh()[slot];
                spread += SPREADS * expected.spreadKwh()[slot];
            }
            Instant start = grid.start(day, first);
            boolean isNew = slots.isEmpty() || slots.get(slots.size() - 1).start().isBefore(start);
            if (isNew && Double.isFinite(energy) && Double.isFinite(spread)) {
                slots.add(new Slot(start, energy, energy < 0 ? energy - spread : Math.max(0, energy - spread),
                        energy + spread));
            }
        }
    }
}
