package io.wattline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.estimation.EstimationRules;
import io.wattline.reading.Counters;
import io.wattline.reading.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Real series of a file, parts of which are hidden and estimated by like days; beside it, the same hours of a week
 * before.
 */
final class RealSeries {

    private static final List<Integer> HOURS = List.of(1, 3, 6, 24, 72);
    /** Like days need three weeks before a gap. */
    private static final Duration BEFORE = Duration.ofDays(22);

    private final List<HiddenReadings> channels = new ArrayList<>();

    RealSeries(Path file) throws IOException {
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        Map<Integer, ZoneId> zones = new HashMap<>();
        root.get("orgs").forEach(org -> zones.put(org.get("id").asInt(), ZoneId.of(org.get("tz").asText())));
        for (JsonNode channel : root.get("channels")) {
            Duration step = Duration.ofSeconds(channel.get("res").asLong());
            Instant start = Instant.ofEpochSecond(channel.get("start").asLong());
            Map<Instant, Counters> readings = new TreeMap<>();
            for (int i = 0; i < channel.get("E").size(); i++) {
                if (!channel.get("E").get(i).isNull()) {
                    readings.put(
                            start.plus(step.multipliedBy(i)),
                            new Counters(channel.get("E").get(i).asDouble() / 1000, Double.NaN));
                }
            }
            channels.add(new HiddenReadings(
                    channel.get("id").asInt(),
                    step,
                    zones.getOrDefault(channel.get("org").asInt(), ZoneId.of("UTC")),
                    "grid meter",
                    readings));
        }
    }

    /** A line for each length: median and 90th percentile of the error of a gap's total, in per cent of it. */
    void report(EstimationRules likeDay, int gaps, long seed) {
        System.out.println("\n| gap | like-day, p50 | p90 | week before, p50 | p90 | gaps | not estimated "
                + "|\n|---|---|---|---|---|---|---|");
        for (int hours : HOURS) {
            List<Double> estimated = new ArrayList<>();
            List<Double> weekBefore = new ArrayList<>();
            int none = 0;
            Random random = new Random(seed);
            for (HiddenReadings channel : channels) {
                for (int i = 0; i < gaps; i++) {
                    Interval gap = gap(channel, Duration.ofHours(hours), random);
                    double real = channel.energyKwh(gap);
                    double before = channel.energyKwh(new Interval(
                            gap.start().minus(Duration.ofDays(7)), gap.end().minus(Duration.ofDays(7))));
                    if (real > 0.1 && !Double.isNaN(before)) {
                        double guess = channel.estimatedKwh(gap, likeDay);
                        none += Double.isNaN(guess) ? 1 : 0;
                        if (!Double.isNaN(guess)) {
                            estimated.add(100 * Math.abs(guess - real) / real);
                            weekBefore.add(100 * Math.abs(before - real) / real);
                        }
                    }
                }
            }
            System.out.printf(
                    "| %d h | %.1f | %.1f | %.1f | %.1f | %d | %d |%n",
                    hours,
                    quantile(estimated, 0.5),
                    quantile(estimated, 0.9),
                    quantile(weekBefore, 0.5),
                    quantile(weekBefore, 0.9),
                    estimated.size(),
                    none);
        }
    }

    private static Interval gap(HiddenReadings channel, Duration length, Random random) {
        Instant first = channel.span().start().plus(BEFORE);
        long starts = Duration.between(first, channel.span().end().minus(length).minus(Duration.ofHours(6)))
                .dividedBy(channel.step());
        Instant start = first.plus(channel.step().multipliedBy(random.nextInt((int) starts)));
        return new Interval(start, start.plus(length));
    }

    private static double quantile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
