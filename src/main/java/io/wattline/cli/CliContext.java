package io.wattline.cli;

import io.wattline.app.Launcher;
import io.wattline.app.WattlineSettings;
import io.wattline.logging.Secrets;
import io.wattline.settings.Settings;
import io.wattline.settings.SettingsGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** What every verb gets: settings, terminal, home folder, launcher. */
record CliContext(Launcher launcher, Path home, Map<String, String> environment, Terminal terminal) {

    /**
     * The settings of a profile, checked as far as the verb needs them. From here on their secrets are masked wherever
     * something is written.
     */
    Settings settings(String profile, List<Class<? extends SettingsGroup>> needed) {
        Settings settings = hidden(WattlineSettings.load(home, profile, environment));
        settings.warnings().forEach(LoggerFactory.getLogger(Settings.class)::warn);
        return settings.require(needed);
    }

    /** Loads the settings; from now on, output masks their secrets. */
    Settings hidden(Settings settings) {
        Secrets.hide(settings.secrets());
        return settings;
    }

    /** The name that is stored with closed dead letters and in the audit log. */
    String who() {
        return environment.getOrDefault("USER", System.getProperty("user.name", "unknown"));
    }
}
