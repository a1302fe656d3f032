package io.wattline.anomaly.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.anomaly.detector.DayGrid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads series from a file: JSON with {@code orgs} (id, tz) and {@code channels} (name, org, start in seconds, res in
 * seconds, E in Wh and P in W, null for what is missing), or CSV with {@code timestamp,value} in kWh. Bad input is a
 * {@link SeriesFileException}.
 */
public final class SeriesFile {

    private static final double WH = 1000;

    private SeriesFile() {
    }

    /** @param zone of the timestamps of a CSV file that have no offset, and of its days */
    public static List<BacktestSeries> read(Path file, ZoneId zone) {
        try {
            String text = Files.readString(file);
            return text.stripLeading().startsWith("{") ? json(file, text) : List.of(SeriesCsv.read(file, text, zone));
        } catch (IOException e) {
            throw new SeriesFileException(file + " cannot be read (" + e.getMessage() + "); allowed: a UTF-8 text file",
                    e);
        }
    }

    private static List<BacktestSeries> json(Path file, String text) throws JsonProcessingException {
        JsonNode root = new ObjectMapper().readTree(text);
        Map<String, ZoneId> zones = new HashMap<>();
        try {
            root.path("orgs").forEach(org ->
                    zones.put(org.path("id").asText(), ZoneId.of(org.path("tz").asText("UTC"))));
            List<BacktestSeries> series = new ArrayList<>();
            for (JsonNode channel : root.path("channels")) {
                ZoneId zone = zones.getOrDefault(channel.path("org").asText(), ZoneOffset.UTC);
                series.add(channel(channel, zone));
            }
            if (series.isEmpty()) {
                throw new SeriesFileException(file
                        + ": no channel in 'channels'; allowed: {\"orgs\": [...], \"channels\": [...]}", null);
            }
            return series;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new SeriesFileException(file + ": " + e.getMessage(), e);
        }
    }

    private static BacktestSeries channel(JsonNode channel, ZoneId zone) {
        Instant start = Instant.ofEpochSecond(channel.path("start").asLong());
        Duration step = Duration.ofSeconds(channel.path("res").asLong());
        JsonNode energies = channel.path("E");
        JsonNode powers = channel.path("P");
        DayGrid grid = grid(zone, step, start, start.plus(step.multipliedBy(energies.size())));
        for (int i = 0; i < energies.size(); i++) {
            double energy = number(energies.path(i)) / WH;
            double power = number(powers.path(i)) / WH;
            grid.put(start.plus(step.multipliedBy(i)), energy, Double.isNaN(power) ? energy * 3600 / step.toSeconds()
                    : power);
        }
        return new BacktestSeries(channel.path("name").asText(channel.path("id").asText()), grid);
    }

    static DayGrid grid(ZoneId zone, Duration step, Instant start, Instant end) {
        LocalDate first = LocalDate.ofInstant(start, zone);
        LocalDate last = LocalDate.ofInstant(end.minusSeconds(1), zone);
        return DayGrid.empty(zone, step, first, (int) ChronoUnit.DAYS.between(first, last) + 1);
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }
}
