package io.wattline.bench;

import io.wattline.channel.Channel;
import io.wattline.estimation.Estimate;
import io.wattline.estimation.EstimationRules;
import io.wattline.estimation.GapEstimation;
import io.wattline.estimation.KeptReading;
import io.wattline.estimation.Neighbourhood;
import io.wattline.estimation.OpenGap;
import io.wattline.lab.simulator.PlantChannel;
import io.wattline.lab.simulator.Truth;
import io.wattline.reading.Column;
import io.wattline.reading.CounterBins;
import io.wattline.reading.Counters;
import io.wattline.reading.DataQuality;
import io.wattline.reading.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a channel really had, some of it hidden and estimated. */
final class HiddenReadings {

    /** More than any method looks at. */
    private static final Duration REACH = Duration.ofDays(23);

    private final int channelId;
    private final Duration step;
    private final ZoneId zone;
    private final String type;
    private final TreeMap<Instant, Counters> readings;

    /** @param readings by start */
    HiddenReadings(int channelId, Duration step, ZoneId zone, String type, Map<Instant, Counters> readings) {
        this.channelId = channelId;
        this.step = step;
        this.zone = zone;
        this.type = type;
        this.readings = new TreeMap<>(readings);
    }

    /** What a simulated channel really had. */
    static HiddenReadings of(
            PlantChannel channel, String type, Truth truth, Interval interval, Unrest unrest, long seed) {
        Map<Instant, double[]> real = truth.readings(channel.channelId(), interval);
        double[] levels = unrest.levels(
                real.size(), (int) Duration.ofHours(1).dividedBy(channel.interval()), seed + channel.channelId());
        Map<Instant, Counters> readings = new TreeMap<>();
        for (Map.Entry<Instant, double[]> entry : real.entrySet()) {
            double[] values = entry.getValue();
            double level = levels[readings.size()];
            readings.put(
                    entry.getKey(),
                    new Counters(
                            level * values[Column.ENERGY_KWH.ordinal()],
                            level * values[Column.ENERGY_EXPORT_KWH.ordinal()]));
        }
        return new HiddenReadings(channel.channelId(), channel.interval(), channel.site().zone(), type, readings);
    }

    Duration step() {
        return step;
    }

    Interval span() {
        return new Interval(readings.firstKey(), readings.lastKey().plus(step));
    }

    /** Energy over a range, kWh; NaN where a reading is missing in it. */
    double energyKwh(Interval range) {
        Map<Instant, Counters> within = readings.subMap(range.start(), range.end());
        return within.size() == range.slots(step)
                ? within.values().stream().mapToDouble(HiddenReadings::size).sum()
                : Double.NaN;
    }

    String type() {
        return type;
    }

    /** What the table looks at: what a generator exports, what everybody else uses, kWh. */
    private static double size(Counters energy) {
        return energy.hasExport() ? energy.exportKwh() : energy.energyKwh();
    }

    private GapEstimation begin(Interval hidden, EstimationRules rules, boolean withTotal) {
        OpenGap gap = new OpenGap(
                1,
                new Channel(channelId, "", null, null, type, step(), null, null),
                hidden,
                zone,
                null,
                withTotal ? List.of("E", "Ex") : List.of());
        List<KeptReading> known =
                readings.subMap(hidden.start().minus(REACH), hidden.end().plus(REACH)).entrySet().stream()
                        .filter(entry -> !hidden.contains(entry.getKey()))
                        .map(entry -> new KeptReading(
                                entry.getKey(), entry.getValue(), Double.NaN, DataQuality.MEASURED, null))
                        .toList();
        return rules.begin(gap, new Neighbourhood(known, zone));
    }

    /** The energy that is estimated of a hidden range without any known total, kWh; NaN where nothing is estimated. */
    double estimatedKwh(Interval hidden, EstimationRules rules) {
        Estimate estimate = begin(hidden, rules, false).conclude();
        return estimate.isNone() ? Double.NaN : estimate.slots().stream().mapToDouble(HiddenReadings::size).sum();
    }

    /** Hides a gap, estimates it by the rules, and adds how far off that is. */
    void estimate(Interval hidden, EstimationRules rules, boolean withTotal, Errors errors) {
        GapEstimation estimation = begin(hidden, rules, withTotal);
        List<Counters> real = List.copyOf(readings.subMap(hidden.start(), hidden.end()).values());
        while (estimation.asks()) {
            Interval range = estimation.next().range();
            Counters total = readings.subMap(range.start(), range.end()).values().stream()
                    .reduce(Counters::plus)
                    .orElseThrow();
            estimation.answered(Optional.of(new CounterBins(null, new TreeMap<>(Map.of(range.start(), total)))));
        }
        Estimate estimate = estimation.conclude();
        double mean = readings.values().stream().mapToDouble(HiddenReadings::size).average().orElseThrow();
        if (estimate.isNone()) {
            errors.none();
        } else {
            errors.add(
                    estimate.slots().stream().mapToDouble(HiddenReadings::size).toArray(),
                    real.stream().mapToDouble(HiddenReadings::size).toArray(),
                    mean);
        }
    }
}
