package io.wattline.estimation;

import io.wattline.channel.RequestedChannels;
import io.wattline.database.Sql;
import io.wattline.field.FieldCatalogue;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.settings.ConfigFile;
import io.wattline.settings.SettingsException;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.camel.ProducerTemplate;

/** Estimation of gaps that the source has refused for good. */
public final class EstimationModule implements FeatureModule {

    private final EstimationSettings settings;
    private final Sql sql;
    private final Estimations estimations;
    private final EstimationMetrics metrics;

    public EstimationModule(Foundation base, FieldCatalogue fields) {
        ConfigFile file = ConfigFile.read(base.settings().home(), "config/estimation.yaml");
        settings = base.settings().of(EstimationSettings.class);
        estimations = new Estimations(
                EstimationRules.parse(file.name(), file.text()), fields, settings.again(), base.clock());
        sql = new Sql(base.database());
        metrics = new EstimationMetrics(base.meters());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("estimations", estimations);
        beans.forRoutes("estimationMetrics", metrics);
    }

    @Override
    public boolean enabled() {
        return settings.enabled();
    }

    /**
     * Estimates now.
     *
     * @param channelIds empty for all channels
     * @param dryRun     whether the source is asked and nothing is written
     * @param progress   called with how many gaps are done, and how many there are
     * @throws SettingsException where the feature is switched off
     */
    public EstimationReport estimate(ProducerTemplate routes, List<Integer> channelIds, boolean dryRun,
                                     BiConsumer<Integer, Integer> progress) {
        if (!enabled()) {
            throw SettingsException.switchedOff("Estimation", "estimation.enabled");
        }
        RequestedChannels.require(sql, channelIds.toArray(Integer[]::new));
        return routes.requestBody(
                "direct:estimation-run", EstimationRun.requested(channelIds, dryRun, progress), EstimationReport.class);
    }
}
