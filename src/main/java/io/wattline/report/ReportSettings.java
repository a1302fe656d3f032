package io.wattline.report;

import io.wattline.settings.Cron;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingConflict;
import io.wattline.settings.SettingsGroup;
import java.util.List;

/** Settings of reports. What is sent to whom is in {@code config/reports.yaml}. */
public record ReportSettings(
        @Setting(key = "reports.enabled", fallback = "true",
                meaning = "Whether reports of config/reports.yaml are made and sent.")
        boolean enabled,
        @Setting(key = "reports.cron", fallback = "15 * * * * ?",
                meaning = "When Wattline looks for reports that are due and messages that wait.")
        Cron cron,
        @Setting(key = "reports.url", optional = true,
                meaning = "Address of the dashboard for links in messages, such as https://wattline.example.org. "
                        + "Without it messages have no link.")
        String url) implements SettingsGroup {

    @Override
    public List<String> conflicts() {
        return url.isEmpty() || url.matches("https?://\\S+") ? List.of()
                : List.of(SettingConflict.of("reports.url", "is '" + url + "'", "an http or https address, or empty"));
    }
}
