package io.wattline.report;

import io.wattline.alert.NotificationSettings;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.settings.SettingsException;
import org.apache.camel.ProducerTemplate;

/** Reports for people. */
public final class ReportModule implements FeatureModule {

    private final ReportSettings settings;
    private final Reports reports;
    private final ReportMessages messages;

    public ReportModule(Foundation base) {
        settings = base.settings().of(ReportSettings.class);
        ReportRules rules = ReportRules.read(base.settings().home());
        ReportStore store = new ReportStore(base.database(), base.clock());
        reports = new Reports(rules, store, base.clock());
        messages = new ReportMessages(store, new ReportWriter(rules),
                base.settings().of(NotificationSettings.class), settings.url());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("reports", reports);
        beans.forRoutes("reportMessages", messages);
    }

    /** As in the keys of its settings. */
    @Override
    public String name() {
        return "reports";
    }

    @Override
    public boolean enabled() {
        return settings.enabled();
    }

    /**
     * Sends a report now to those whom {@code config/reports.yaml} names; returns how many entries of it fit.
     *
     * @throws SettingsException where the feature is switched off
     */
    public int send(ProducerTemplate routes, ReportFigures figures) {
        if (!enabled()) {
            throw SettingsException.switchedOff("Reports", "reports.enabled");
        }
        int entries = reports.send(figures);
        routes.sendBody("direct:reports-deliver", null);
        return entries;
    }
}
