package io.wattline.estimation;

import io.wattline.settings.Cron;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;
import java.time.Duration;

/** Settings of estimation. Its methods and limits are in {@code config/estimation.yaml}. */
public record EstimationSettings(
        @Setting(
                        key = "estimation.enabled",
                        fallback = "true",
                        meaning = "Whether gaps that the source has refused for good are estimated.")
                boolean enabled,
        @Setting(
                        key = "estimation.cron",
                        fallback = "0 40 * * * ?",
                        meaning = "When gaps that the source has refused for good are estimated.")
                Cron cron,
        @Setting(
                        key = "estimation.again",
                        fallback = "24h",
                        min = "1ms",
                        meaning = "After what time a gap that could not be estimated is tried again, since its"
                                + " neighbours may have changed.")
                Duration again)
        implements SettingsGroup {}
