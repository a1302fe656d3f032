package io.wattline.lab.demo;

import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;

/** The demo. */
public record DemoSettings(
        @Setting(key = "demo.speed", fallback = "300", min = "0.001", max = "3600",
                meaning = "How many times as fast the time of the demo runs. At 300, 15 minutes pass in 3 seconds.")
        double speed,
        @Setting(key = "demo.database.port", fallback = "54329", max = "65535",
                meaning = "Port of the demo's PostgreSQL where it is free; 0 takes any free port.")
        int databasePort) implements SettingsGroup {
}
