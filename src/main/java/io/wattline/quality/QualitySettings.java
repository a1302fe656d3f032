package io.wattline.quality;

import io.wattline.settings.Cron;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;

/** When quality is measured and checked. Thresholds and checks are in {@code config/quality.yaml}. */
public record QualitySettings(
        @Setting(key = "quality.refresh.cron", fallback = "20 * * * * ?",
                meaning = "When the figures of channel days are brought up to date.")
        Cron refreshCron,
        @Setting(key = "quality.validate.cron", fallback = "0 40 3 * * ?",
                meaning = "When the checks over stored readings run.")
        Cron validateCron,
        @Setting(key = "quality.validate.days", fallback = "3", min = "1", max = "366",
                meaning = "How many days back the scheduled checks look.")
        int validateDays) implements SettingsGroup {
}
