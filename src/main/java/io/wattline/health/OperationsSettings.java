package io.wattline.health;

import io.wattline.settings.Cron;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;

/** Timers of the routes in {@code operations.camel.yaml}. */
public record OperationsSettings(
        @Setting(key = "operations.look.cron", fallback = "0/15 * * * * ?",
                meaning = "When every part of health is checked and open work is counted.")
        Cron lookCron,
        @Setting(key = "views.refresh.cron", fallback = "0 5 * * * ?",
                meaning = "When the materialized views are refreshed from the readings.")
        Cron viewsRefreshCron) implements SettingsGroup {
}
