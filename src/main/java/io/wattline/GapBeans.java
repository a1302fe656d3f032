package io.wattline;

import io.wattline.gap.GapSettings;
import io.wattline.gap.Gaps;
import io.wattline.ops.GapGauges;

/** What {@code routes/gaps.camel.yaml} works with. */
final class GapBeans {

    private GapBeans() {
    }

    static void bind(Ground ground) {
        ground.bind("gaps", new Gaps(ground.database(), GapSettings.of(ground.settings()), ground.clock()));
        ground.bind("gapGauges", new GapGauges(ground.registry()));
    }
}
