package io.wattline.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyConfiguration;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyNamingStrategy;

/** Camel's metrics of routes under our own names, by route and by capability (the file that the route is in). */
public final class RouteMeter implements MicrometerRoutePolicyNamingStrategy {

    /** Measures every route of a context that has not started yet. */
    public static void measure(CamelContext context, MeterRegistry registry) {
        MicrometerRoutePolicyConfiguration what = new MicrometerRoutePolicyConfiguration();
        what.setContextEnabled(false);
        what.setExchangesTotal(false);
        what.setExchangesSucceeded(false);
        what.setExternalRedeliveries(false);
        MicrometerRoutePolicyFactory factory = new MicrometerRoutePolicyFactory();
        factory.setMeterRegistry(registry);
        factory.setSkipCamelInfo(true);
        factory.setPolicyConfiguration(what);
        factory.setNamingStrategy(new RouteMeter());
        context.addRoutePolicyFactory(factory);
    }

    @Override
    public String getName(Route route) {
        return "wattline.route";
    }

    @Override
    public String getExchangesFailedName(Route route) {
        return "wattline.route.failures";
    }

    @Override
    public String getFailuresHandledName(Route route) {
        return "wattline.route.failures.handled";
    }

    @Override
    public Tags getTags(Route route) {
        return Tags.of("route", route.getRouteId(), "capability", String.valueOf(route.getGroup()));
    }

    @Override
    public Tags getExchangeStatusTags(Route route) {
        return getTags(route);
    }
}
