package io.wattline.reconciliation;

import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.settings.Settings;

/** Reconciliation: whole days are read again and compared with what is kept. */
public final class ReconciliationModule implements FeatureModule {

    private final Reconciliations reconciliations;
    private final ReconciliationMeter meter;
    private final LookBacks lookBacks;

    public ReconciliationModule(Foundation base) {
        Settings settings = base.settings();
        reconciliations = new Reconciliations(base.database(), new ReconciliationSettings(settings.count("reconciliation.nightly.days"),
                settings.count("reconciliation.weekly.days"), settings.duration("reconciliation.window"), settings.duration("reconciliation.keep")),
                base.clock());
        meter = new ReconciliationMeter(base.meters());
        lookBacks = new LookBacks(base.database(), new LookBackSettings(settings.duration("readings.poll.look-back"),
                settings.duration("readings.poll.look-back-max"), settings.duration("readings.late.window"),
                settings.count("readings.late.readings"), settings.count("readings.late.days")), base.clock());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("reconciliations", reconciliations);
        beans.forRoutes("comparison", new Comparison());
        beans.forRoutes("reconciliationMeter", meter);
        beans.forRoutes("lookBacks", lookBacks);
    }

    /** Table {@code reconciliations}. */
    public Reconciliations reconciliations() {
        return reconciliations;
    }
}
