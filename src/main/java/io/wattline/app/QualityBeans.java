package io.wattline.app;

import io.wattline.eniscope.FieldCatalogue;
import io.wattline.quality.BreakerSettings;
import io.wattline.quality.ChannelDays;
import io.wattline.quality.CheckReports;
import io.wattline.quality.QualityChecks;
import io.wattline.quality.QualityMetrics;
import io.wattline.quality.QualityStandard;
import io.wattline.quality.Quarantine;
import io.wattline.quality.SumChecks;
import io.wattline.reading.PollScheduler;
import io.wattline.settings.ConfigFile;
import io.wattline.settings.Settings;

/** Makes the beans of {@code routes/quality.camel.yaml}. */
final class QualityBeans {

    private QualityBeans() {
    }

    static void bind(Ground ground, FieldCatalogue fields, PollScheduler pollDesk) {
        Settings settings = ground.settings();
        ConfigFile file = ConfigFile.read(settings.home(), "config/quality.yaml");
        QualityStandard standard = QualityStandard.parse(file.name(), file.text());
        ground.bind("channelDays", new ChannelDays(ground.database(), standard, ground.clock(), () -> !pollDesk.isStopping()));
        ground.bind("qualityChecks", new QualityChecks(standard, settings.count("quality.validate.days"), ground.clock()));
        ground.bind("sumChecks", new SumChecks(standard, fields.units(), settings.has("eniscope.api.key")));
        ground.bind("checkReports", new CheckReports(ground.database()));
        ground.bind("quarantine", new Quarantine(new BreakerSettings(settings.count("breaker.reject-rate") / 100.0, settings.count("breaker.batch-min"),
                settings.count("breaker.good-batches")), ground.database(), ground.clock()));
        ground.bind("qualityMetrics", new QualityMetrics(ground.registry()));
    }
}
