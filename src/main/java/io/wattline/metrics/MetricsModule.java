package io.wattline.metrics;

import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import org.apache.camel.CamelContext;

/** Metrics of the process and of routes, and the page that Prometheus scrapes. */
public final class MetricsModule implements FeatureModule {

    private final Foundation base;

    public MetricsModule(Foundation base) {
        this.base = base;
        ProcessMeter.bind(base.meters(), base.database(), base.version());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("prometheusPage", new PrometheusPage(base.meters()));
        beans.forCamel("callMeter", new CallMeter(base.meters()));
    }

    @Override
    public void prepare(CamelContext context) {
        RouteMeter.measure(context, base.meters());
    }
}
