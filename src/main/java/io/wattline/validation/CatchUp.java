package io.wattline.validation;

import io.wattline.meter.Channel;
import io.wattline.reading.Column;
import io.wattline.reading.Interval;
import io.wattline.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Finds energy of more than the reading's own slot. After a gap the first bin holds the energy of the whole gap while its power stays normal (a gap of 10
 * hours: 10.8 times); in autumn a bin may hold two hours and the next one be missing. Both are true energy: kept, and marked.
 *
 * @param factor     energy up to this many times P x interval is its own
 * @param idleKwh    energy up to this is noise
 * @param powerMaxKw the mean power that a gap may have had at most; also what the slot itself may have had where the reading has no power
 */
record CatchUp(double factor, double idleKwh, double powerMaxKw) {

    /** Finds nothing. */
    static final CatchUp OFF = new CatchUp(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final double SECONDS_PER_HOUR = 3600;

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
     * @param previous start of the last reading that is kept from before the window; null where none is known
     */
    Span span(List<Reading> readings, int index, Instant previous, Channel channel) {
        Reading reading = readings.get(index);
        double hours = channel.interval().toSeconds() / SECONDS_PER_HOUR;
        double energyKwh = Math.abs(reading.value(Column.ENERGY_KWH));
        double ownKwh = Math.abs(reading.value(Column.POWER_KW)) * hours;
        double ordinaryKwh = reading.has(Column.POWER_KW) ? factor * ownKwh : powerMaxKw * hours;
        if (reading.start() == null || !(energyKwh > Math.max(idleKwh, ordinaryKwh))) {
            return Span.OWN;
        }
        Instant before = index > 0 ? readings.get(index - 1).start() : previous;
        Span gap = before != null && before.isBefore(reading.start()) ? afterGap(reading, before.plus(channel.interval()), energyKwh / hours, channel)
                : afterUnknown(reading, energyKwh / hours, channel);
        boolean mayBeDoubled = gap == Span.OWN && energyKwh <= (1 + factor) * ownKwh + idleKwh && index + 1 < readings.size();
        return mayBeDoubled ? beforeMissing(reading, readings.get(index + 1).start(), channel) : gap;
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

    /** The slot behind it is missing, which is certain only where a later one is there. */
    private static Span beforeMissing(Reading reading, Instant after, Channel channel) {
        Instant next = reading.start().plus(channel.interval());
        boolean missing = after != null && after.isAfter(next);
        return missing ? new Span(2, "doubled-bin: energy of 2 slots, its own and that of " + next + " which is missing") : Span.OWN;
    }
}
