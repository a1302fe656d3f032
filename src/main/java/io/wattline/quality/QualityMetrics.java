package io.wattline.quality;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;

/** What is counted of quality; labels are bounded (rules, results). */
public final class QualityMetrics {

    private final MeterRegistry registry;

    public QualityMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Days of channels have been made anew. */
    public void refreshed(int days) {
        registry.counter("wattline.quality.refreshes").increment(days);
    }

    /** A channel went into quarantine, or came out of it; {@code notice} is what people are told. */
    public void quarantine(Map<String, Object> notice) {
        registry.counter("wattline.quality.quarantine", "result", Boolean.TRUE.equals(notice.get("over")) ? "closed" : "opened").increment();
    }

    /** A rule has run; {@code rows} is what {@code db/sql/findings-keep.sql} gives. */
    public void checked(String rule, List<Map<String, Object>> rows) {
        for (String result : List.of("opened", "continued", "closed")) {
            registry.counter("wattline.quality.findings", "rule", rule, "result", result).increment(((Number) rows.get(0).get(result)).doubleValue());
        }
    }
}
