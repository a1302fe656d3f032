package io.wattline.app;

import io.wattline.gap.GapGauges;
import io.wattline.gap.GapSettings;
import io.wattline.gap.Gaps;

/** What {@code routes/gaps.camel.yaml} works with. */
final class GapBeans {

    private GapBeans() {
    }

    static void bind(Ground ground) {
        ground.bind("gaps", new Gaps(ground.database(), GapSettings.of(ground.settings()), ground.clock()));
        ground.bind("gapGauges", new GapGauges(ground.registry()));
    }
}
