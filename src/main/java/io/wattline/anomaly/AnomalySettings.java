package io.wattline.anomaly;

import io.wattline.settings.Cron;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;

/** When anomalies are looked for. Detectors are set in {@code config/anomalies.yaml}. */
public record AnomalySettings(
        @Setting(key = "anomalies.enabled", fallback = "true",
                meaning = "Whether anomalies are looked for in stored readings.")
        boolean enabled,
        @Setting(key = "anomalies.cron", fallback = "0 10 4 * * ?",
                meaning = "When anomalies are looked for: in days that are over, and again in days that have changed.")
        Cron cron) implements SettingsGroup {
}
