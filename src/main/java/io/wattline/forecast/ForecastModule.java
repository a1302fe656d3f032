package io.wattline.forecast;

import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.settings.SettingsException;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.camel.ProducerTemplate;

/** Forecasts of what will go wrong. */
public final class ForecastModule implements FeatureModule {

    private static final double SECONDS_A_DAY = 86_400;

    /**
     * What other features say.
     *
     * @param lookBack          of polls
     * @param lookBackMax       the longest of any channel
     * @param requestsPerSecond to the source at most
     */
    public record Limits(Duration lookBack, Duration lookBackMax, int requestsPerSecond) {
    }

    private final boolean enabled;
    private final ForecastRuns runs;

    /** @param storage how full the disk is now */
    public ForecastModule(Foundation base, Limits limits, Supplier<StorageLevel> storage) {
        ForecastSettings settings = base.settings().of(ForecastSettings.class);
        enabled = settings.enabled();
        double requestsMax = settings.requestsMax() > 0 ? settings.requestsMax()
                : limits.requestsPerSecond() * SECONDS_A_DAY;
        Forecasters forecasters = new Forecasters(new Histories(base.database(), limits.lookBack()));
        runs = new ForecastRuns(base.database(), settings, new ForecastRuns.Limits(requestsMax, limits.lookBackMax()),
                forecasters, storage, base.clock());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("forecastRuns", runs);
    }

    @Override
    public String name() {
        return "forecasts";
    }

    @Override
    public boolean enabled() {
        return enabled;
    }

    /**
     * Settles the forecasts whose time is over, and makes those that are due.
     *
     * @throws SettingsException where the feature is switched off
     */
    public ForecastReport run(ProducerTemplate routes) {
        if (!enabled) {
            throw SettingsException.switchedOff("The making of forecasts", "forecasts.enabled");
        }
        return routes.requestBody("direct:forecasts-run", null, ForecastReport.class);
    }
}
