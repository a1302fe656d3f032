package io.wattline.reconciliation;

import io.wattline.settings.Cron;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;
import java.time.Duration;

/** When the look-back of a channel is longer than readings.poll.look-back, because its readings keep coming late. */
public record LateReadingSettings(
        @Setting(key = "readings.late.cron", fallback = "0 20 * * * ?",
                meaning = "When the look-back of each channel is adapted to its late readings.")
        Cron cron,
        @Setting(key = "readings.late.window", fallback = "7d", min = "1ms",
                meaning = "How far back late readings count.")
        Duration window,
        @Setting(key = "readings.late.readings", fallback = "12", min = "1",
                meaning = "How many late readings within readings.late.window make the look-back longer.")
        int readings,
        @Setting(key = "readings.late.days", fallback = "3", min = "1",
                meaning = "On how many different days within readings.late.window they must have come.")
        int days) implements SettingsGroup {
}
