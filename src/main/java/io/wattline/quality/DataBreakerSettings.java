package io.wattline.quality;

import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;

/** When a channel goes into quarantine, and when it leaves it. */
public record DataBreakerSettings(
        @Setting(
                        key = "breaker.reject-rate",
                        fallback = "20",
                        min = "1",
                        max = "100",
                        meaning = "Share (%) of a batch above which rejected readings put the channel into quarantine."
                                + " All of its readings then go to dead_letters.")
                int rejectRate,
        @Setting(
                        key = "breaker.batch-min",
                        fallback = "12",
                        min = "1",
                        meaning =
                                "Readings of a batch: a window of a backfill, or what live polls bring until there are"
                                        + " so many (12 are 3 h at 15 minutes).")
                int batchMin,
        @Setting(
                        key = "breaker.good-batches",
                        fallback = "3",
                        min = "1",
                        meaning = "After how many good responses in a row, each of at least breaker.batch-min readings,"
                                + " the quarantine ends.")
                int goodBatches)
        implements SettingsGroup {}
