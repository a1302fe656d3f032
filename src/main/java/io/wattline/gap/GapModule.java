package io.wattline.gap;

import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.reading.PollSettings;

/** The search for gaps. */
public final class GapModule implements FeatureModule {

    private final GapSettings settings;
    private final Gaps gaps;
    private final GapGauges gauges;

    public GapModule(Foundation base, PollSettings polls) {
        settings = base.settings().of(GapSettings.class);
        gaps = new Gaps(base.database(), settings, polls, base.clock());
        gauges = new GapGauges(base.meters());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("gaps", gaps);
        beans.forRoutes("gapGauges", gauges);
    }

    public GapSettings settings() {
        return settings;
    }
}
