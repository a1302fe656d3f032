package io.wattline.health;

import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;
import java.time.Duration;

/** Limits of health. */
public record HealthSettings(
        @Setting(key = "health.disk-free-min", fallback = "5", min = "1", max = "99",
                meaning = "Health is DOWN when less of the disk of data/ is free, in percent.")
        int diskFreeMinPercent,
        @Setting(key = "health.timer-late-max", fallback = "5m", min = "1ms",
                meaning = "Health is DOWN when a timer is late by more than this.")
        Duration timerLateMax,
        @Setting(key = "health.message-age-max", fallback = "15m", min = "1ms",
                meaning = "Health is DOWN when a notification stays undelivered for longer than this.")
        Duration messageAgeMax,
        @Setting(key = "health.canary-age-max", fallback = "10m", min = "1ms",
                meaning = "Health is DOWN when no canary has reached the database for longer than this; one is sent in "
                        + "every cycle of polls.")
        Duration canaryAgeMax) implements SettingsGroup {
}
