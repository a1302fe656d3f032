package io.wattline.app;

import io.wattline.eniscope.FieldCatalogue;
import io.wattline.estimation.EstimateMeter;
import io.wattline.estimation.EstimationBook;
import io.wattline.estimation.Estimations;
import io.wattline.settings.ConfigFile;

/** The beans of {@code routes/estimation.camel.yaml}. */
final class EstimationBeans {

    private EstimationBeans() {
    }

    static void bind(Ground ground, FieldCatalogue fields) {
        ConfigFile file = ConfigFile.read(ground.settings().home(), "config/estimation.yaml");
        ground.bind("estimations", new Estimations(EstimationBook.parse(file.name(), file.text()), fields, ground.settings().duration("estimation.again"), ground.clock()));
        ground.bind("estimateMeter", new EstimateMeter(ground.registry()));
    }
}
