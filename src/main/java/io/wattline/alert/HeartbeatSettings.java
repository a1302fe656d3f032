package io.wattline.alert;

import io.wattline.settings.Secret;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingConflict;
import io.wattline.settings.SettingsGroup;
import java.time.Duration;
import java.util.List;

/** Settings of the heartbeat, by which a dead-man's switch elsewhere notices that Wattline has stopped. */
public record HeartbeatSettings(
        @Setting(key = "heartbeat.url", optional = true,
                meaning = "Address that is requested (GET) after every cycle of polls whose canary has reached the "
                        + "database.")
        Secret url,
        @Setting(key = "heartbeat.mail.to", optional = true,
                meaning = "Address that gets a mail after a cycle of polls whose canary has reached the database.")
        String mailTo,
        @Setting(key = "heartbeat.mail.every", fallback = "1d", meaning = "Shortest pause between two heartbeat mails.")
        Duration mailEvery) implements SettingsGroup {

    @Override
    public List<String> conflicts() {
        return SettingConflict.httpUrl("heartbeat.url", url);
    }
}
