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
 * Finds energy of more than the reading's own slot. After a gap the first bin holds the energy of the whole gap while its power stays normal (a gap of 10
 * hours: 10.8 times); in autumn the bins of an hour may hold two hours and those of the next be missing. Both are true energy: kept, and marked. Energy is net
 * of export, as power is.
 *
 * @param factor     energy up to this many times P x interval is its own
 * @param idleKwh    energy up to this is noise
 * @param powerMaxKw the mean power that a gap may have had at most; also what the slot itself may have had where the reading has no power
 */
record CatchUp(double factor, double idleKwh, double powerMaxKw) {

    /** Finds nothing. */
    static final CatchUp OFF = new CatchUp(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final double SECONDS_PER_HOUR = 3600;
    private static final Duration HOUR = Duration.ofHours(1);

    static CatchUp of(RuleSettings settings) {
        double factor = settings.number("factor");
        if (factor <= 1) {
            throw settings.error("factor", "factor " + factor, "above 1, or every reading after a gap would have caught up");
        }
        return new CatchUp(factor, settings.size("idle-kwh"), settings.size("power-max-kw"));
    }

    /**
     * The span of one reading. The same reading gets the same span whatever window it came in, so that asking again changes nothing.
     *
     * @param readings of one answer, sorted, one per slot; those that other rules reject included, for their slots are not missing
     */
    Span span(List<Reading> readings, int index, Surroundings around, Channel channel) {
        Reading reading = readings.get(index);
        double hours = channel.interval().toSeconds() / SECONDS_PER_HOUR;
        double energyKwh = Math.abs(reading.netEnergyKwh());
        double ownKwh = Math.abs(reading.value(Column.POWER_KW)) * hours;
        double ordinaryKwh = reading.has(Column.POWER_KW) ? factor * ownKwh : powerMaxKw * hours;
        if (reading.start() == null || !(energyKwh > Math.max(idleKwh, ordinaryKwh))) {
            return Span.OWN;
        }
        Instant before = index > 0 ? readings.get(index - 1).start() : around.previous();
        Span gap = before != null && before.isBefore(reading.start()) ? afterGap(reading, before.plus(channel.interval()), energyKwh / hours, channel)
                : afterUnknown(reading, energyKwh / hours, channel);
        boolean mayBeDoubled = gap == Span.OWN && energyKwh <= (1 + factor) * ownKwh + idleKwh;
        return mayBeDoubled ? beforeMissing(readings, index, around.followed(), channel.interval()) : gap;
    }

    private Span afterGap(Reading reading, Instant since, double powerKw, Channel channel) {
        long slots = Duration.between(since, reading.start()).dividedBy(channel.interval()) + 1;
        boolean explained = slots > 1 && powerKw <= powerMaxKw * slots;
        return explained ? new Span(Math.toIntExact(slots), "catch-up: energy of " + slots + " slots since " + since) : Span.OWN;
    }

    /** No earlier reading is known: then the gap reaches back to the installation at most; where that is unknown too, nobody can say. */
    private Span afterUnknown(Reading reading, double powerKw, Channel channel) {
        if (channel.installedAt() != null) {
            return afterGap(reading, Interval.floor(channel.installedAt(), channel.interval()), powerKw, channel);
        }
        return new Span(2, "catch-up: energy of an unknown number of slots, no earlier reading is known");
    }

    /**
     * Energy of a missing slot stands in the one before it, or, when clocks are put back, in that an hour before: then the whole hour is missing. That is certain
     * only where a later reading is there; where the answer ends too early and what follows is asked for next, nobody would look again: it is kept and marked.
     */
    private static Span beforeMissing(List<Reading> readings, int index, boolean followed, Duration interval) {
        Instant start = readings.get(index).start();
        List<Instant> later = readings.subList(index + 1, readings.size()).stream().map(Reading::start).filter(Objects::nonNull).toList();
        if (!later.isEmpty() && later.get(0).isAfter(start.plus(interval))) {
            return doubled(start.plus(interval), "missing");
        }
        Duration hour = interval.compareTo(HOUR) > 0 ? interval : HOUR;
        Instant next = Interval.floor(start, hour).plus(hour);
        Optional<Instant> after = later.stream().filter(each -> !each.isBefore(next)).findFirst();
        if (after.isPresent()) {
            return after.get().isBefore(next.plus(hour)) ? Span.OWN : doubled(start.plus(hour), "missing");
        }
        return followed ? doubled(start.plus(hour), "not in the same answer") : Span.OWN;
    }

    private static Span doubled(Instant other, String why) {
        return new Span(2, "doubled-bin: energy of 2 slots, its own and that of " + other + " which is " + why);
    }
}
