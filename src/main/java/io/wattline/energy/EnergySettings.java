package io.wattline.energy;

import io.wattline.settings.Cron;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;

/** When energy figures are brought up to date. */
public record EnergySettings(
        @Setting(key = "energy.refresh.cron", fallback = "45 * * * * ?",
                meaning = "When hours and peaks of sites are brought up to date.")
        Cron refreshCron) implements SettingsGroup {
}
