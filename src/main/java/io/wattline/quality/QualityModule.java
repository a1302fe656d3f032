package io.wattline.quality;

import io.wattline.channel.RequestedChannels;
import io.wattline.database.Sql;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.reading.PollScheduler;
import io.wattline.settings.ConfigFile;
import io.wattline.settings.Settings;
import org.apache.camel.ProducerTemplate;

/** Quality: figures of channel days, checks over stored readings, grades, and the breaker for bad data. */
public final class QualityModule implements FeatureModule {

    private final QualityStandard standard;
    private final ChannelDays channelDays;
    private final QualityChecks checks;
    private final SumChecks sumChecks;
    private final Sql sql;
    private final CheckReports reports;
    private final Quarantine quarantine;
    private final QualityMetrics metrics;

    /** @param hasSource whether an account of the source is set, which the sum check needs */
    public QualityModule(Foundation base, PollScheduler scheduler, boolean hasSource) {
        Settings settings = base.settings();
        ConfigFile file = ConfigFile.read(settings.home(), "config/quality.yaml");
        standard = QualityStandard.parse(file.name(), file.text());
        channelDays = new ChannelDays(base.database(), standard, base.clock(), () -> !scheduler.isStopping());
        checks = new QualityChecks(standard, settings.of(QualitySettings.class).validateDays(), base.clock());
        sumChecks = new SumChecks(standard, hasSource);
        sql = new Sql(base.database());
        reports = new CheckReports(base.database());
        quarantine = new Quarantine(settings.of(DataBreakerSettings.class), base.database(), base.clock());
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

    /** The content of {@code config/quality.yaml}. */
    public QualityStandard standard() {
        return standard;
    }

    /** Checks what is stored. */
    public CheckReport validate(ProducerTemplate routes, CheckRequest request) {
        RequestedChannels.require(sql, request.channelIds().toArray(Integer[]::new));
        return routes.requestBody("direct:quality-validate", request, CheckReport.class);
    }
}
