package io.wattline.estimation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.channel.Channel;
import io.wattline.field.Field;
import io.wattline.field.FieldCatalogue;
import io.wattline.reading.Column;
import io.wattline.reading.Counters;
import io.wattline.reading.DataQuality;
import io.wattline.reading.Interval;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Rows and parameters of the statements {@code db/sql/estimation-*.sql}. */
final class EstimationRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Column> COUNTERS = Set.of(Column.ENERGY_KWH, Column.ENERGY_EXPORT_KWH);

    /** Readings right beside the gap that are read in any case. */
    private static final int BESIDE = 8;

    private EstimationRows() {
    }

    /** A row of {@code estimation-due.sql}. */
    static OpenGap gap(Map<String, Object> row, FieldCatalogue fields) {
        Channel channel = new Channel(
                (Integer) row.get("channel_id"),
                (String) row.get("channel_name"),
                (String) row.get("organization_id"),
                (String) row.get("device_type"),
                (String) row.get("channel_type"),
                Duration.ofSeconds((Integer) row.get("interval_seconds")),
                instant(row, "installed_at"),
                instant(row, "uninstalled_at"));
        return new OpenGap(
                (Long) row.get("gap_id"),
                channel,
                new Interval(instant(row, "gap_start"), instant(row, "gap_end")),
                ZoneId.of((String) row.get("time_zone")),
                (String) row.get("country"),
                counters((String) row.get("fields"), fields));
    }

    /**
     * Of the codes that the channel is asked for, its counters of energy. A field that the channel lacks would fail
     * every request.
     */
    private static List<String> counters(String codes, FieldCatalogue fields) {
        return codes == null ? List.of() : Arrays.stream(codes.split(","))
                .filter(code -> fields.find(code).map(Field::column).filter(COUNTERS::contains).isPresent()).toList();
    }

    /** Parameters of {@code estimation-readings.sql}: the readings that the methods need. */
    static Map<String, Object> around(OpenGap gap, EstimationLimits limits) {
        Interval span = limits.likeDay()
                .map(like -> new Interval(
                        gap.interval().start().minus(Duration.ofDays(7L * like.weeks() + 1)).minus(like.around()),
                        gap.interval().end().plus(like.around())))
                .orElse(gap.interval());
        return Map.of(
                "channel_id",
                gap.channel().channelId(),
                "range_start",
                span.start().minus(gap.step().multipliedBy(BESIDE)).toString(),
                "range_end",
                span.end().plus(gap.step().multipliedBy(BESIDE)).toString());
    }

    /** A row of {@code estimation-readings.sql}. */
    static KeptReading reading(Map<String, Object> row) {
        return new KeptReading(
                instant(row, "timestamp"),
                new Counters(number(row, "energy_kwh"), number(row, "energy_export_kwh")),
                number(row, "power_kw"),
                DataQuality.valueOf(((String) row.get("data_quality")).toUpperCase(Locale.ROOT)),
                (String) row.get("quality_method"));
    }

    /** Parameters of {@code estimation-keep.sql}. */
    static Map<String, Object> parameters(Estimate estimate, Long runId, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        OpenGap gap = estimate.gap();
        parameters.put("gap_id", gap.gapId());
        parameters.put("run_id", runId);
        parameters.put("channel_id", gap.channel().channelId());
        parameters.put("gap_start", gap.interval().start().toString());
        parameters.put("gap_end", gap.interval().end().toString());
        parameters.put("method", estimate.method());
        parameters.put("why_none", estimate.whyNone());
        parameters.put("known_total_kwh", estimate.total() == null ? null : estimate.total().energy().energyKwh());
        parameters.put("total_source", estimate.total() == null ? null : estimate.total().source());
        parameters.put("inputs", json(estimate.inputs()));
        parameters.put("now", now.toString());
        putSlots(parameters, estimate);
        return parameters;
    }

    private static void putSlots(Map<String, Object> parameters, Estimate estimate) {
        List<Counters> slots = estimate.slots();
        parameters.put(
                "epochs",
                estimate.gap().starts().stream()
                        .limit(slots.size())
                        .mapToLong(Instant::getEpochSecond)
                        .toArray());
        parameters.put("energy_kwh", slots.stream().mapToDouble(Counters::energyKwh).toArray());
        parameters.put(
                "energy_export_kwh",
                slots.stream()
                        .map(slot -> slot.hasExport() ? (Double) slot.exportKwh() : null)
                        .toArray(Double[]::new));
        parameters.put("power_kw", estimate.powersKw());
    }

    private static String json(Map<String, Object> inputs) {
        try {
            return JSON.writeValueAsString(inputs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Inputs of an estimate are texts and numbers, and these cannot be written as JSON: " + inputs, e);
        }
    }

    private static Instant instant(Map<String, Object> row, String column) {
        return row.get(column) == null ? null : ((Timestamp) row.get(column)).toInstant();
    }

    private static double number(Map<String, Object> row, String column) {
        return row.get(column) == null ? Double.NaN : (Double) row.get(column);
    }
}
