package io.wattline.app;

import io.wattline.reconciliation.Comparison;
import io.wattline.reconciliation.LookBackSettings;
import io.wattline.reconciliation.LookBacks;
import io.wattline.reconciliation.ReconciliationMeter;
import io.wattline.reconciliation.ReconciliationSettings;
import io.wattline.reconciliation.Reconciliations;
import io.wattline.settings.Settings;

/** What {@code routes/reconciliation.camel.yaml} works with. */
final class ReconciliationBeans {

    private ReconciliationBeans() {
    }

    static void bind(Ground ground) {
        Settings settings = ground.settings();
        ground.bind("reconciliations", new Reconciliations(ground.database(), new ReconciliationSettings(settings.count("reconciliation.nightly.days"),
                settings.count("reconciliation.weekly.days"), settings.duration("reconciliation.window"), settings.duration("reconciliation.keep")), ground.clock()));
        ground.bind("comparison", new Comparison());
        ground.bind("reconciliationMeter", new ReconciliationMeter(ground.registry()));
        ground.bind("lookBacks", new LookBacks(ground.database(), new LookBackSettings(settings.duration("readings.poll.look-back"),
                settings.duration("readings.poll.look-back-max"), settings.duration("readings.late.window"), settings.count("readings.late.readings"),
                settings.count("readings.late.days")), ground.clock()));
    }
}
