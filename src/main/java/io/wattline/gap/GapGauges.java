package io.wattline.gap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes what the last search for gaps found: a log line, and two gauges for each reason. */
public final class GapGauges {

    private static final Logger LOG = LoggerFactory.getLogger(GapGauges.class);
    private static final GapFindings.OpenGaps NONE = new GapFindings.OpenGaps(0, 0);

    private volatile Map<String, GapFindings.OpenGaps> open = Map.of();

    public GapGauges(MeterRegistry registry) {
        for (String reason : Gap.REASONS) {
            Gauge.builder("wattline.gaps.open", () -> of(reason).gaps()).tag("reason", reason).register(registry);
            Gauge.builder("wattline.gaps.missing_slots", () -> of(reason).slots()).tag("reason", reason)
                    .register(registry);
        }
    }

    private GapFindings.OpenGaps of(String reason) {
        return open.getOrDefault(reason, NONE);
    }

    public void found(GapFindings findings) {
        open = Map.copyOf(findings.open());
        LOG.info("Gaps: {}", findings);
    }
}
