package io.wattline.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.forecast.method.ForecastKind;
import io.wattline.forecast.method.Outlook;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Outlooks as {@code db/sql/forecast-keep.sql} takes them. */
final class ForecastRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final double warnAt;
    private final int lookBackMax;

    /**
     * @param warnAt      a forecast warns from this probability on
     * @param lookBackMax no look-back becomes longer, in s
     */
    ForecastRows(double warnAt, Duration lookBackMax) {
        this.warnAt = warnAt;
        this.lookBackMax = (int) lookBackMax.toSeconds();
    }

    String json(List<Outlook> outlooks, ForecastTask task) {
        try {
            return JSON.writeValueAsString(outlooks.stream().map(outlook -> row(outlook, task)).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Forecasts cannot be written as JSON: " + e.getMessage(), e);
        }
    }

    /** The look-back that the forecast puts in force, in s; null where it warns of nothing or its kind is muted. */
    Integer lookBack(Outlook outlook, ForecastTask task) {
        boolean acts = outlook.lookBack() != null && warns(outlook) && !task.run().isMuted(outlook.kind());
        return acts ? Integer.valueOf(Math.min(lookBackMax, outlook.lookBack())) : null;
    }

    private boolean warns(Outlook outlook) {
        return outlook.probability() >= warnAt;
    }

    private Map<String, Object> row(Outlook outlook, ForecastTask task) {
        boolean hours = outlook.kind() == ForecastKind.BACKLOG;
        Instant from = hours ? task.run().now() : task.madeFor();
        Duration unit = hours ? Duration.ofHours(1) : Duration.ofDays(1);
        Instant until = from.plus(unit.multipliedBy(outlook.horizon()));
        Map<String, Object> row = said(outlook);
        row.put("horizon_end", until.toString());
        row.put("due_low", outlook.due() == null ? null : time(from, unit, outlook.due().low()));
        row.put("due_high", outlook.due() == null ? null : time(from, unit, outlook.due().high()));
        row.put("muted", task.run().isMuted(outlook.kind()));
        row.put("own_action", ForecastTexts.ownAction(outlook.kind(), lookBack(outlook, task), until));
        row.put("look_back_seconds", lookBack(outlook, task));
        return row;
    }

    private Map<String, Object> said(Outlook outlook) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("subject", outlook.subject().key());
        row.put("subject_name", outlook.subject().name());
        row.put("channel_id", outlook.subject().channelId());
        row.put("organization_id", outlook.subject().siteId());
        row.put("probability", outlook.probability());
        row.put("persistence", outlook.persistence());
        row.put("line", outlook.line());
        row.put("limit_value", number(outlook.limit()));
        row.put("value_low", outlook.value() == null ? null : number(outlook.value().low()));
        row.put("value_high", outlook.value() == null ? null : number(outlook.value().high()));
        row.put("warned", warns(outlook));
        row.put("sentence", outlook.sentence());
        row.put("advice", ForecastTexts.advice(outlook.kind(), outlook.subject().key()));
        return row;
    }

    /** JSON has no infinite number; PostgreSQL reads the text. */
    private static Object number(double value) {
        return Double.isInfinite(value) ? "Infinity" : (Object) value;
    }

    private static String time(Instant from, Duration unit, double units) {
        return Double.isInfinite(units) ? null : from.plusSeconds(Math.round(units * unit.toSeconds())).toString();
    }
}
