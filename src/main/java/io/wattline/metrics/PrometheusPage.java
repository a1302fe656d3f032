package io.wattline.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;

/** The page that Prometheus scrapes: all metrics in the text format 0.0.4. */
public final class PrometheusPage {

    private final PrometheusMeterRegistry registry;

    public PrometheusPage(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** The body of the response; its type goes into {@code headers}. */
    public String respond(Map<String, Object> headers) {
        headers.put("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        return registry.scrape();
    }
}
