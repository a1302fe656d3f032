package io.wattline.bench;

import io.wattline.estimation.Estimate;
import io.wattline.estimation.GapEstimation;
import io.wattline.estimation.EstimationRules;
import io.wattline.estimation.KeptReading;
import io.wattline.estimation.Neighbourhood;
import io.wattline.estimation.OpenGap;
import io.wattline.channel.Channel;
import io.wattline.reading.Column;
import io.wattline.reading.CounterBins;
import io.wattline.reading.Counters;
import io.wattline.reading.Interval;
import io.wattline.reading.DataQuality;
import io.wattline.lab.simulator.PlantChannel;
import io.wattline.lab.simulator.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a channel really had, some of it hidden and estimated. */
final class HiddenReadings {

    /** More than any method looks at. */
    private static final Duration REACH = Duration.ofDays(23);

    private final PlantChannel channel;
    private final String type;
    private final TreeMap<Instant, Counters> readings = new TreeMap<>();

    HiddenReadings(PlantChannel channel, String type, Truth truth, Interval interval, Unrest unrest, long seed) {
        this.channel = channel;
        this.type = type;
        Map<Instant, double[]> real = truth.readings(channel.channelId(), interval);
        double[] levels = unrest.levels(real.size(), (int) Duration.ofHours(1).dividedBy(channel.interval()), seed + channel.channelId());
        int i = 0;
        for (Map.Entry<Instant, double[]> entry : real.entrySet()) {
            double[] values = entry.getValue();
            double level = levels[i++];
            readings.put(entry.getKey(), new Counters(level * values[Column.ENERGY_KWH.ordinal()], level * values[Column.ENERGY_EXPORT_KWH.ordinal()]));
        }
    }

    Duration step() {
        return channel.interval();
    }

    String type() {
        return type;
    }

    /** What the table looks at: what a generator exports, what everybody else uses, kWh. */
    private static double size(Counters energy) {
        return energy.hasExport() ? energy.exportKwh() : energy.energyKwh();
    }

    /** Hides a gap, estimates it by the book, and adds how far off that is. */
    void estimate(Interval hidden, EstimationBook book, boolean withTotal, Errors errors) {
        OpenGap gap = new OpenGap(1, new Channel(channel.channelId(), "", null, null, type, step(), null, null), hidden, channel.site().zone(), null,
                withTotal ? List.of("E", "Ex") : List.of());
        List<KnownReading> known = readings.subMap(hidden.start().minus(REACH), hidden.end().plus(REACH)).entrySet().stream().filter(entry -> !hidden.contains(entry.getKey()))
                .map(entry -> new KnownReading(entry.getKey(), entry.getValue(), Double.NaN, Quality.MEASURED, null)).toList();
        Estimation estimation = book.begin(gap, new Neighbourhood(known, gap.zone()));
        List<Counters> real = gap.starts().stream().map(readings::get).toList();
        if (estimation.asks()) {
            estimation.answered(Optional.empty());
            Counters total = real.stream().reduce(Counters::plus).orElseThrow();
            estimation.answered(Optional.of(new CounterAnswer(null, new TreeMap<>(Map.of(hidden.start(), total)))));
        }
        Estimate estimate = estimation.conclude();
        double mean = readings.values().stream().mapToDouble(HiddenReadings::size).average().orElseThrow();
        if (estimate.isNone()) {
            errors.none();
        } else {
            errors.add(estimate.slots().stream().mapToDouble(HiddenReadings::size).toArray(), real.stream().mapToDouble(HiddenReadings::size).toArray(), mean);
        }
    }
}
