package io.wattline.quality;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;

/** Metrics of quality; labels are bounded (rules, results). */
public final class QualityMetrics {

    private final MeterRegistry registry;

    public QualityMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Channel days have been computed again. */
    public void refreshed(int days) {
        registry.counter("wattline.quality.refreshes").increment(days);
    }

    /** A channel went into quarantine, or left it. */
    public void quarantine(QuarantineNotice notice) {
        registry.counter("wattline.quality.quarantine", "result", notice.over() ? "closed" : "opened").increment();
    }

    /**
     * A check has run.
     *
     * @param rows of {@code db/sql/findings-keep.sql}
     */
    public void checked(String rule, List<Map<String, Object>> rows) {
        for (String result : List.of("opened", "continued", "closed")) {
            registry.counter("wattline.quality.findings", "rule", rule, "result", result)
                    .increment(((Number) rows.get(0).get(result)).doubleValue());
        }
    }
}
