package io.wattline.metrics;

import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import org.apache.camel.CamelContext;

/** Metrics of the process and of routes, and the page that Prometheus scrapes. */
public final class MetricsModule implements FeatureModule {

    private final Foundation base;
    private final CallMeter calls;

    public MetricsModule(Foundation base) {
        this.base = base;
        calls = new CallMeter(base.meters());
        ProcessMeter.bind(base.meters(), base.database(), base.version());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("prometheusPage", new PrometheusPage(base.meters()));
        beans.forCamel("callMeter", calls);
    }

    /** Requests to the source since the start. */
    public SourceCalls sourceCalls() {
        return calls.sourceCalls();
    }

    @Override
    public void prepare(CamelContext context, Beans beans) {
        RouteMeter.measure(context, base.meters());
    }
}
