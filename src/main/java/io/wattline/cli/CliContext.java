package io.wattline.cli;

import io.wattline.app.Launcher;
import io.wattline.app.WattlineSettings;
import io.wattline.logging.Secrets;
import io.wattline.settings.Need;
import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** What every verb works with. */
record CliContext(Launcher launcher, Path home, Map<String, String> environment, Terminal terminal) {

    /** The settings of a profile, checked for what the verb needs. From here on their secrets are masked wherever something is written. */
    Settings settings(String profile, Need... needs) {
        Settings settings = hidden(WattlineSettings.load(home, profile, environment));
        settings.warnings().forEach(LoggerFactory.getLogger(Settings.class)::warn);
        return settings.require(needs);
    }

    /** The settings, their secrets masked from here on. */
    Settings hidden(Settings settings) {
        Secrets.hide(settings.secrets());
        return settings;
    }

    /** Who closes dead letters. */
    String who() {
        return environment.getOrDefault("USER", System.getProperty("user.name", "unknown"));
    }
}
