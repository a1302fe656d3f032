package io.wattline.export;

import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;

/** Settings of exports. */
public record ExportSettings(
        @Setting(key = "exports.running-max", fallback = "2", min = "1", max = "4",
                meaning = "Limit of exports that run at once over HTTP; a further one gets 503. Each holds one of the "
                        + "6 database connections of the HTTP server for as long as its client reads.")
        int runningMax) implements SettingsGroup {
}
