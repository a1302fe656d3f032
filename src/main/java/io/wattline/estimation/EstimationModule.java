package io.wattline.estimation;

import io.wattline.eniscope.FieldCatalogue;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.settings.ConfigFile;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.camel.ProducerTemplate;

/** Estimates of what the source has refused for good. */
public final class EstimationModule implements FeatureModule {

    private final Estimations estimations;
    private final EstimateMeter meter;

    public EstimationModule(Foundation base, FieldCatalogue fields) {
        ConfigFile file = ConfigFile.read(base.settings().home(), "config/estimation.yaml");
        estimations = new Estimations(EstimationBook.parse(file.name(), file.text()), fields, base.settings().duration("estimation.again"),
                base.clock());
        meter = new EstimateMeter(base.meters());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("estimations", estimations);
        beans.forRoutes("estimateMeter", meter);
    }

    /** Estimates now; with {@code dryRun} the source is asked and nothing is written. */
    public EstimationReport estimate(ProducerTemplate routes, List<Integer> channelIds, boolean dryRun, BiConsumer<Integer, Integer> progress) {
        EstimationRun run = EstimationRun.asked(channelIds, dryRun, progress::accept);
        return routes.requestBodyAndHeader("direct:estimation-run", null, "estimationRun", run, EstimationReport.class);
    }
}
