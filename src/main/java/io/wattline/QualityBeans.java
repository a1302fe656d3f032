package io.wattline;

import io.wattline.quality.ChannelDays;
import io.wattline.quality.QualityStandard;
import io.wattline.settings.ConfigFile;

/** Makes the beans of {@code routes/quality.camel.yaml}. */
final class QualityBeans {

    private QualityBeans() {
    }

    static void bind(Ground ground) {
        ConfigFile file = ConfigFile.read(ground.settings().home(), "config/quality.yaml");
        QualityStandard standard = QualityStandard.parse(file.name(), file.text());
        ground.bind("channelDays", new ChannelDays(ground.database(), standard, ground.clock()));
    }
}
