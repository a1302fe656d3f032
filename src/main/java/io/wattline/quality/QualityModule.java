package io.wattline.quality;

import io.wattline.eniscope.FieldCatalogue;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.reading.PollScheduler;
import io.wattline.settings.ConfigFile;
import io.wattline.settings.Settings;
import org.apache.camel.ProducerTemplate;

/** Quality: checks over stored readings, figures of channel days, grades, and the breaker for bad data. */
public final class QualityModule implements FeatureModule {

    private final QualityStandard standard;
    private final ChannelDays channelDays;
    private final QualityChecks checks;
    private final SumChecks sumChecks;
    private final CheckReports reports;
    private final Quarantine quarantine;
    private final QualityMetrics metrics;

    public QualityModule(Foundation base, FieldCatalogue fields, PollScheduler scheduler) {
        Settings settings = base.settings();
        ConfigFile file = ConfigFile.read(settings.home(), "config/quality.yaml");
        standard = QualityStandard.parse(file.name(), file.text());
        channelDays = new ChannelDays(base.database(), standard, base.clock(), () -> !scheduler.isStopping());
        checks = new QualityChecks(standard, settings.count("quality.validate.days"), base.clock());
        sumChecks = new SumChecks(standard, fields.units(), settings.has("eniscope.api.key"));
        reports = new CheckReports(base.database());
        quarantine = new Quarantine(new BreakerSettings(settings.count("breaker.reject-rate") / 100.0, settings.count("breaker.batch-min"),
                settings.count("breaker.good-batches")), base.database(), base.clock());
        metrics = new QualityMetrics(base.meters());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("channelDays", channelDays);
        beans.forRoutes("qualityChecks", checks);
        beans.forRoutes("sumChecks", sumChecks);
        beans.forRoutes("checkReports", reports);
        beans.forRoutes("quarantine", quarantine);
        beans.forRoutes("qualityMetrics", metrics);
    }

    /** The rules of {@code config/quality.yaml}. */
    public QualityStandard standard() {
        return standard;
    }

    /** Checks what is stored. */
    public CheckReport validate(ProducerTemplate routes, CheckRequest request) {
        return routes.requestBody("direct:quality-validate", request, CheckReport.class);
    }
}
