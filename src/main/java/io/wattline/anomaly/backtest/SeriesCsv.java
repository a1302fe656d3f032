package io.wattline.anomaly.backtest;

import io.wattline.anomaly.detector.DayGrid;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads {@code timestamp,value}: ISO 8601, with an offset or in local time, and energy in kWh. An empty value is
 * missing.
 */
final class SeriesCsv {

    private SeriesCsv() {
    }

    static BacktestSeries read(Path file, String text, ZoneId zone) {
        TreeMap<Instant, Double> values = new TreeMap<>();
        int line = 0;
        for (String row : text.split("\\R")) {
            line++;
            boolean header = line == 1 && !row.isEmpty() && !Character.isDigit(row.charAt(0));
            if (!row.isBlank() && !header) {
                put(values, row, zone, file + ", line " + line);
            }
        }
        if (values.size() < 2) {
            throw new SeriesFileException(file + ": " + values.size()
                    + " readings; allowed: two or more lines timestamp,value", null);
        }
        Duration step = step(values);
        DayGrid grid = SeriesFile.grid(zone, step, values.firstKey(), values.lastKey().plusSeconds(1));
        values.forEach((start, energy) -> grid.put(start, energy, energy * 3600 / step.toSeconds()));
        return new BacktestSeries(String.valueOf(file.getFileName()), grid);
    }

    private static void put(Map<Instant, Double> values, String row, ZoneId zone, String place) {
        String[] cells = row.split(",", -1);
        try {
            String time = cells[0].strip().replace(' ', 'T');
            boolean offset = time.endsWith("Z") || time.matches(".*T.*[+-]\\d\\d:?\\d\\d");
            Instant start = offset ? OffsetDateTime.parse(time).toInstant()
                    : LocalDateTime.parse(time).atZone(zone).toInstant();
            String value = cells.length < 2 ? "" : cells[1].strip();
            values.put(start, value.isEmpty() ? Double.NaN : Double.parseDouble(value));
        } catch (DateTimeException | NumberFormatException e) {
            throw new SeriesFileException(place + ": found '" + row
                    + "'; allowed: timestamp,value such as 2026-03-01T00:15:00Z,1.25", e);
        }
    }

    /** The most frequent distance of neighbours. */
    private static Duration step(TreeMap<Instant, Double> values) {
        Map<Duration, Integer> counts = new TreeMap<>();
        Instant before = null;
        for (Instant start : values.keySet()) {
            if (before != null) {
                counts.merge(Duration.between(before, start), 1, Integer::sum);
            }
            before = start;
        }
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }
}
