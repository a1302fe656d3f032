package io.wattline.reconciliation;

import io.wattline.settings.Cron;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;
import java.time.Duration;

/** Settings of reconciliation. */
public record ReconciliationSettings(
        @Setting(
                        key = "reconciliation.enabled",
                        fallback = "true",
                        meaning = "Whether whole days are read again and compared with the source.")
                boolean enabled,
        @Setting(
                        key = "reconciliation.nightly.cron",
                        fallback = "0 30 2 * * ?",
                        meaning = "When the last reconciliation.nightly.days are compared.")
                Cron nightlyCron,
        @Setting(
                        key = "reconciliation.nightly.days",
                        fallback = "7",
                        min = "1",
                        meaning = "How many whole UTC days back the nightly reconciliation goes.")
                int nightlyDays,
        @Setting(
                        key = "reconciliation.weekly.cron",
                        fallback = "0 30 4 ? * SUN",
                        meaning = "When the last reconciliation.weekly.days are compared.")
                Cron weeklyCron,
        @Setting(
                        key = "reconciliation.weekly.days",
                        fallback = "35",
                        min = "1",
                        meaning = "How many whole UTC days back the weekly reconciliation goes.")
                int weeklyDays,
        @Setting(
                        key = "reconciliation.window",
                        fallback = "1d",
                        min = "1ms",
                        meaning =
                                "The longest window of one request. It is short because the source answers long ranges"
                                        + " from a coarser roll-up. A channel costs days / window requests.")
                Duration window,
        @Setting(
                        key = "reconciliation.keep",
                        fallback = "400d",
                        min = "1ms",
                        meaning = "How long single differing slots are kept (table reading_differences). The sums are"
                                + " kept for ever.")
                Duration keep,
        @Setting(
                        key = "reconciliation.publish.cron",
                        fallback = "15 * * * * ?",
                        meaning = "When the results of finished reconciliations are published.")
                Cron publishCron)
        implements SettingsGroup {}
