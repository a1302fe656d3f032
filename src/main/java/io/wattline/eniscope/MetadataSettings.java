package io.wattline.eniscope;

import io.wattline.settings.Cron;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;

/** How the lists of the source are read. */
public record MetadataSettings(
        @Setting(
                        key = "metadata.sync.cron",
                        fallback = "0 7 * * * ?",
                        meaning = "When organizations, devices, meters and channels are read. They are also read at"
                                + " every start.")
                Cron syncCron,
        @Setting(
                        key = "metadata.page-size",
                        fallback = "100",
                        min = "1",
                        max = "100",
                        meaning = "Rows of one page of a list. The source allows 100 at most.")
                int pageSize)
        implements SettingsGroup {}
