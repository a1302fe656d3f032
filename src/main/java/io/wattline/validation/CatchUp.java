package io.wattline.validation;

import io.wattline.channel.Channel;
import io.wattline.reading.Column;
import io.wattline.reading.Interval;
import io.wattline.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds energy of more than the reading's own slot. After a gap the first bin has the energy of the whole gap, while
 * its power stays normal (after a gap of 10 hours: 10.8 times the energy). When clocks are put back, the bins of an
 * hour may have the energy of two hours, and those of the next hour are missing. Both are true energy: it is kept and
 * marked. Energy is net of export, as power is. A counter may also stand still and then catch up: a slot has power and
 * no energy, and the next one has the energy of both. Both are kept and marked, where the energy is exactly that of the
 * power of both.
 *
 * @param factor     energy up to this many times power x interval belongs to the slot
 * @param idleKwh    energy up to this is noise
 * @param powerMaxKw highest mean power over a gap; also over the slot itself where the reading has no power
 * @param peakFactor times the channel's own peak that the mean power over a gap may be, where that peak is known
 * @param carryOver  share by which energy that a counter caught up may differ from power x time of its slots
 */
record CatchUp(double factor, double idleKwh, double powerMaxKw, double peakFactor, double carryOver) {

    /** Finds nothing. */
    static final CatchUp OFF =
            new CatchUp(
                    Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY, 0);

    /** Energy and mean power differ by 0.1 % in captures. */
    private static final double CARRY_OVER = 0.05;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final Duration HOUR = Duration.ofHours(1);

    static CatchUp of(RuleSettings settings) {
        double factor = settings.number("factor");
        if (factor <= 1) {
            throw settings.error(
                    "factor", "factor " + factor, "above 1, or every reading after a gap would have caught up");
        }
        double peakFactor = settings.number("peak-factor");
        if (peakFactor < 1) {
            throw settings.error("peak-factor", "peak-factor " + peakFactor, "1 or more");
        }
        return new CatchUp(factor, settings.size("idle-kwh"), settings.size("power-max-kw"), peakFactor,
                settings.size("carry-over", CARRY_OVER));
    }

    /** The span of each reading of a page. */
    EnergySpan[] spans(List<Reading> readings, PageContext around, Channel channel) {
        EnergySpan[] spans = new EnergySpan[readings.size()];
        for (int i = 0; i < spans.length; i++) {
            spans[i] = span(readings, i, around, channel);
            int carried = carriedOver(readings, i, channel);
            for (int before = 1; before <= carried; before++) {
                spans[i - before] = new EnergySpan(
                        0, "carried-over: energy is in the slot of " + readings.get(i).start());
            }
        }
        return spans;
    }

    /**
     * The number of readings right before this one that have power and no energy, and whose energy this one has; 0
     * where the energy is not that of the power of all of them.
     */
    private int carriedOver(List<Reading> readings, int index, Channel channel) {
        double hours = channel.interval().toSeconds() / SECONDS_PER_HOUR;
        double energyKwh = Math.abs(readings.get(index).netEnergyKwh());
        double expectedKwh = Math.abs(readings.get(index).value(Column.POWER_KW)) * hours;
        if (!(energyKwh > factor * expectedKwh + idleKwh)) {
            return 0;
        }
        for (int i = index; i > 0 && stoodStill(readings.get(i - 1), readings.get(i), channel); i--) {
            expectedKwh += Math.abs(readings.get(i - 1).value(Column.POWER_KW)) * hours;
            if (Math.abs(energyKwh - expectedKwh) <= carryOver * expectedKwh) {
                return index - i + 1;
            }
        }
        return 0;
    }

    private boolean stoodStill(Reading before, Reading next, Channel channel) {
        return before.has(Column.POWER_KW)
                && before.start() != null
                && before.start().plus(channel.interval()).equals(next.start())
                && Math.abs(before.netEnergyKwh()) <= idleKwh;
    }

    /**
     * The span of one reading. It does not depend on the window, so that a repeated request changes nothing.
     *
     * @param readings of one page, sorted, one per slot; including those that other rules reject, since their slots are
     *                 not missing
     */
    private EnergySpan span(List<Reading> readings, int index, PageContext around, Channel channel) {
        Reading reading = readings.get(index);
        double hours = channel.interval().toSeconds() / SECONDS_PER_HOUR;
        double energyKwh = Math.abs(reading.netEnergyKwh());
        double ownKwh = Math.abs(reading.value(Column.POWER_KW)) * hours;
        double ordinaryKwh = reading.has(Column.POWER_KW) ? factor * ownKwh : powerMaxKw * hours;
        if (reading.start() == null || !(energyKwh > Math.max(idleKwh, ordinaryKwh))) {
            return EnergySpan.OWN;
        }
        int carried = carriedOver(readings, index, channel);
        if (carried > 0) {
            return caughtUp(carried + 1, readings.get(index - carried).start());
        }
        Instant before = index > 0 ? readings.get(index - 1).start() : around.previous();
        EnergySpan gap = before != null && before.isBefore(reading.start())
                ? afterGap(reading, before.plus(channel.interval()), energyKwh / hours, around, channel)
                : afterUnknown(reading, energyKwh / hours, around, channel);
        boolean mayBeDoubled = gap == EnergySpan.OWN && energyKwh <= (1 + factor) * ownKwh + idleKwh;
        return mayBeDoubled ? beforeMissing(readings, index, around.followed(), channel.interval()) : gap;
    }

    private EnergySpan afterGap(
            Reading reading, Instant since, double powerKw, PageContext around, Channel channel) {
        long slots = Duration.between(since, reading.start()).dividedBy(channel.interval()) + 1;
        boolean explained = slots > 1
                && powerKw <= powerMaxKw * slots
                && powerKw <= peakFactor * around.peakKw().get().orElse(Double.POSITIVE_INFINITY) * slots;
        return explained
                ? caughtUp(Math.toIntExact(slots), since)
                : EnergySpan.OWN;
    }

    private static EnergySpan caughtUp(int slots, Instant since) {
        return new EnergySpan(slots, "catch-up: energy of " + slots + " slots since " + since);
    }

    /**
     * Without an earlier reading the gap reaches back to the installation at most. Where that is unknown too, so is the
     * length of the gap.
     */
    private EnergySpan afterUnknown(Reading reading, double powerKw, PageContext around, Channel channel) {
        if (channel.installedAt() != null) {
            Instant since = Interval.floor(channel.installedAt(), channel.interval());
            return afterGap(reading, since, powerKw, around, channel);
        }
        return new EnergySpan(2, "catch-up: energy of an unknown number of slots, no earlier reading is known");
    }

    /**
     * The energy of a missing slot is in the slot before it or, when clocks are put back, in that an hour before; then
     * the whole hour is missing. Only a later reading proves it. Where the page ends too early and the next window is
     * requested next, the reading is marked without the proof.
     */
    private static EnergySpan beforeMissing(List<Reading> readings, int index, boolean followed, Duration interval) {
        Instant start = readings.get(index).start();
        List<Instant> later = readings.subList(index + 1, readings.size()).stream()
                .map(Reading::start)
                .filter(Objects::nonNull)
                .toList();
        if (!later.isEmpty() && later.get(0).isAfter(start.plus(interval))) {
            return doubled(start.plus(interval), "missing");
        }
        Duration hour = interval.compareTo(HOUR) > 0 ? interval : HOUR;
        Instant next = Interval.floor(start, hour).plus(hour);
        Optional<Instant> after = later.stream().filter(each -> !each.isBefore(next)).findFirst();
        if (after.isPresent()) {
            return after.get().isBefore(next.plus(hour)) ? EnergySpan.OWN : doubled(start.plus(hour), "missing");
        }
        return followed ? doubled(start.plus(hour), "not in the same response") : EnergySpan.OWN;
    }

    private static EnergySpan doubled(Instant other, String why) {
        return new EnergySpan(2, "doubled-bin: energy of 2 slots, its own and that of " + other + " which is " + why);
    }
}
