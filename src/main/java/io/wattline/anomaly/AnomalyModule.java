package io.wattline.anomaly;

import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.settings.SettingsException;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.camel.ProducerTemplate;

/** Anomalies in stored readings. */
public final class AnomalyModule implements FeatureModule {

    private final boolean enabled;
    private final AnomalySearch search;

    public AnomalyModule(Foundation base) {
        enabled = base.settings().of(AnomalySettings.class).enabled();
        AnomalyBook book = AnomalyBook.of(base.settings().home());
        search = new AnomalySearch(book, base.database(), base.clock());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("anomalySearch", search);
    }

    @Override
    public String name() {
        return "anomalies";
    }

    @Override
    public boolean enabled() {
        return enabled;
    }

    /**
     * Looks for anomalies now.
     *
     * @param channelIds empty for all active channels
     * @throws SettingsException where the feature is switched off
     */
    public AnomalyReport search(ProducerTemplate routes, List<Integer> channelIds,
            BiConsumer<Integer, Integer> progress) {
        if (!enabled) {
            throw SettingsException.switchedOff("The search for anomalies", "anomalies.enabled");
        }
        return routes.requestBody("direct:anomalies-run", new AnomalyRun(channelIds, progress), AnomalyReport.class);
    }
}
