package io.wattline.forecast;

import io.wattline.settings.Cron;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;

/** When forecasts are made, and what they know of limits. */
public record ForecastSettings(
        @Setting(key = "forecasts.enabled", fallback = "true",
                meaning = "Whether forecasts are made of what will go wrong.")
        boolean enabled,
        @Setting(key = "forecasts.cron", fallback = "0 40 * * * ?",
                meaning = "When disk, database and backlog are measured, forecasts are settled, and those that are "
                        + "due are made. A forecast is made once a day, of a backlog every 6 hours.")
        Cron cron,
        @Setting(key = "forecasts.from-hour", fallback = "9", min = "0", max = "23",
                meaning = "Hour (UTC) from which the forecasts of a day are made: the day before should be over, "
                        + "and its readings there, at every site.")
        int fromHour,
        @Setting(key = "forecasts.warn-at", fallback = "50", min = "1", max = "99",
                meaning = "A forecast warns from this probability on, in percent.")
        int warnAtPercent,
        @Setting(key = "forecasts.database-max", fallback = "0", min = "0",
                meaning = "How large the database may become, in MiB, such as the quota of its provider; 0: unknown, "
                        + "no forecast.")
        int databaseMaxMib,
        @Setting(key = "forecasts.requests-max", fallback = "0", min = "0",
                meaning = "How many requests the source allows in 24 hours; 0: as many as api.requests-per-second "
                        + "allows.")
        int requestsMax) implements SettingsGroup {
}
