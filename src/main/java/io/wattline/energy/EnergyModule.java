package io.wattline.energy;

import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import java.util.function.BooleanSupplier;

/** Energy of channels, sites and virtual meters. */
public final class EnergyModule implements FeatureModule {

    private final SiteDays siteDays;

    /** @param stopping true once the process stops */
    public EnergyModule(Foundation base, BooleanSupplier stopping) {
        siteDays = new SiteDays(base.database(), new EnergyDefinitions(base.database(), base.settings().home()),
                base.clock(), () -> !stopping.getAsBoolean());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("siteDays", siteDays);
    }
}
