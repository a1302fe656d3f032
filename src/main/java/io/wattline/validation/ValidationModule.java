package io.wattline.validation;

import io.wattline.channel.Channels;
import io.wattline.database.Rehearsal;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.reading.SourceFormat;
import io.wattline.settings.ConfigFile;

/**
 * Validation: the rules of {@code config/rules.yaml}, the validator that applies them, and the canary that passes them.
 */
public final class ValidationModule implements FeatureModule {

    private final Foundation base;
    private final SourceFormat format;
    private final RuleBook rules;

    public ValidationModule(Foundation base, SourceFormat format) {
        this.base = base;
        this.format = format;
        ConfigFile file = ConfigFile.read(base.settings().home(), "config/rules.yaml");
        rules = RuleBook.parse(file.name(), file.text());
    }

    @Override
    public void bind(Beans beans) {
        Channels channels = new Channels(base.database());
        beans.forRoutes("validator", new PageValidator(rules, new KeptReadings(channels), base.clock()));
        beans.forRoutes("canary", new Canary(format, base.clock()));
        beans.forCamel("rehearsal", new Rehearsal(base.database(), Canary.ITS_CHANNEL));
    }

    public RuleBook rules() {
        return rules;
    }
}
