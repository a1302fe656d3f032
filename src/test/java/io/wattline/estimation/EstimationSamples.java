package io.wattline.estimation;

import io.wattline.channel.Channel;
import io.wattline.reading.Counters;
import io.wattline.reading.DataQuality;
import io.wattline.reading.Interval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Gaps and readings to estimate from. */
final class EstimationSamples {

    static final Duration QUARTER = Duration.ofMinutes(15);
    static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private EstimationSamples() {
    }

    static EstimationRules book() {
        try {
            return EstimationRules.parse("config/estimation.yaml", Files.readString(Path.of("config/estimation.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OpenGap gap(String start, Duration length) {
        return gap(start, length, "grid meter");
    }

    static OpenGap gap(String start, Duration length, String channelType) {
        Instant from = Instant.parse(start);
        return gap(new Interval(from, from.plus(length)), channelType, "Denmark");
    }

    static OpenGap gap(Interval interval, String channelType, String country) {
        return new OpenGap(
                1,
                new Channel(7, "Main", "90002", "20", channelType, QUARTER, null, null),
                interval,
                COPENHAGEN,
                country,
                List.of("E"));
    }

    static KeptReading measured(Instant start, double energyKwh) {
        return new KeptReading(start, new Counters(energyKwh, Double.NaN), energyKwh * 4, DataQuality.MEASURED, null);
    }

    static KeptReading with(DataQuality quality, Instant start, double energyKwh) {
        return new KeptReading(start, new Counters(energyKwh, Double.NaN), energyKwh * 4, quality, null);
    }

    /** Four weeks before the gap and a day after it, without the gap. */
    static List<KeptReading> readings(OpenGap gap, ToDoubleFunction<Instant> energyKwh) {
        List<KeptReading> readings = new ArrayList<>();
        Instant end = gap.interval().end().plus(Duration.ofDays(1));
        for (Instant slot = gap.interval().start().minus(Duration.ofDays(28));
                slot.isBefore(end);
                slot = slot.plus(QUARTER)) {
            if (!gap.interval().contains(slot)) {
                readings.add(measured(slot, energyKwh.applyAsDouble(slot)));
            }
        }
        return readings;
    }

    static Neighbourhood around(List<KeptReading> readings) {
        return new Neighbourhood(readings, COPENHAGEN);
    }

    static double[] energies(List<Counters> slots) {
        return slots.stream().mapToDouble(Counters::energyKwh).toArray();
    }
}
