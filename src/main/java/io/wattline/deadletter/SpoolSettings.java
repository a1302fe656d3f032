package io.wattline.deadletter;

import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;
import java.nio.file.Path;
import java.time.Duration;

/** Where responses wait while the database is down. */
public record SpoolSettings(
        @Setting(key = "spool.directory", fallback = "data/spool",
                meaning = "Folder for responses and notifications that arrive while the database is down.")
        Path directory,
        @Setting(key = "spool.delay", fallback = "10s", min = "1ms",
                meaning = "Pause between two attempts to keep what is in the folder.")
        Duration delay) implements SettingsGroup {
}
