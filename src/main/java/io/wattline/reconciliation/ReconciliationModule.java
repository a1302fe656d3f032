package io.wattline.reconciliation;

import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.reading.PollSettings;
import io.wattline.settings.SettingsException;

/** Reconciliation: whole days are read again and compared with what is kept. */
public final class ReconciliationModule implements FeatureModule {

    private final ReconciliationSettings settings;
    private final Reconciliations reconciliations;
    private final ReconciliationMetrics metrics;
    private final LookBacks lookBacks;

    public ReconciliationModule(Foundation base, PollSettings polls) {
        settings = base.settings().of(ReconciliationSettings.class);
        reconciliations = new Reconciliations(base.database(), settings, base.clock());
        metrics = new ReconciliationMetrics(base.meters());
        lookBacks = new LookBacks(base.database(), polls, base.settings().of(LateReadingSettings.class), base.clock());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("reconciliations", reconciliations);
        beans.forRoutes("windowComparison", new WindowComparison());
        beans.forRoutes("reconciliationMetrics", metrics);
        beans.forRoutes("lookBacks", lookBacks);
    }

    @Override
    public boolean enabled() {
        return settings.enabled();
    }

    /** Table {@code reconciliations}; a {@link SettingsException} where the feature is switched off. */
    public Reconciliations reconciliations() {
        if (!enabled()) {
            throw SettingsException.switchedOff("Reconciliation", "reconciliation.enabled");
        }
        return reconciliations;
    }
}
