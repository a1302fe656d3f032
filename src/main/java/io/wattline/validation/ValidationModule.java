package io.wattline.validation;

import io.wattline.channel.Channels;
import io.wattline.database.Rehearsal;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.reading.ExtraColumn;
import io.wattline.settings.ConfigFile;
import java.util.List;

/** Validation: the rules of {@code config/rules.yaml}, and the canary that goes through them. */
public final class ValidationModule implements FeatureModule {

    private final Foundation base;
    private final RuleBook rules;

    public ValidationModule(Foundation base) {
        this.base = base;
        ConfigFile file = ConfigFile.read(base.settings().home(), "config/rules.yaml");
        rules = RuleBook.parse(file.name(), file.text());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("canary", new Canary(base.clock()));
        beans.forCamel("rehearsal", new Rehearsal(base.database(), Canary.ITS_CHANNEL));
    }

    /** The validator, which also knows the columns that people have added. */
    public Checks checks(List<ExtraColumn> extraColumns) {
        Channels channels = new Channels(base.database());
        return new Checks(rules, base.settings().count("readings.batch-size"),
                window -> channels.lastReadingBefore(window.channel().channelId(), window.interval().start()), extraColumns, base.clock());
    }

    public RuleBook rules() {
        return rules;
    }
}
