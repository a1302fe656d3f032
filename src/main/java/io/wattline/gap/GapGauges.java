package io.wattline.gap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the last search for gaps has found, for the log and as gauges: two for each reason. */
public final class GapGauges {

    private static final Logger LOG = LoggerFactory.getLogger(GapGauges.class);
    private static final GapFindings.Open NONE = new GapFindings.Open(0, 0);

    private volatile Map<String, GapFindings.Open> open = Map.of();

    public GapGauges(MeterRegistry registry) {
        for (String reason : Gap.REASONS) {
            Gauge.builder("wattline.gaps.open", () -> of(reason).gaps()).tag("reason", reason).register(registry);
            Gauge.builder("wattline.gaps.missing_slots", () -> of(reason).slots()).tag("reason", reason)
                    .register(registry);
        }
    }

    private GapFindings.Open of(String reason) {
        return open.getOrDefault(reason, NONE);
    }

    public void found(GapFindings findings) {
        open = Map.copyOf(findings.open());
        LOG.info("Gaps: {}", findings);
    }
}
