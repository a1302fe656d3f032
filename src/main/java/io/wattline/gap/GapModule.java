package io.wattline.gap;

import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;

/** The search for gaps. */
public final class GapModule implements FeatureModule {

    private final Gaps gaps;
    private final GapGauges gauges;

    public GapModule(Foundation base) {
        gaps = new Gaps(base.database(), GapSettings.of(base.settings()), base.clock());
        gauges = new GapGauges(base.meters());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("gaps", gaps);
        beans.forRoutes("gapGauges", gauges);
    }
}
