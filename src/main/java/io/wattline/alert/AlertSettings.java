package io.wattline.alert;

import io.wattline.settings.Cron;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingConflict;
import io.wattline.settings.SettingsGroup;
import java.time.Duration;
import java.util.List;

/** Settings of the evaluation of alert rules and of the delivery of messages. */
public record AlertSettings(
        @Setting(key = "alerts.cron", fallback = "0 * * * * ?",
                meaning = "When all alert rules are evaluated, and messages that failed are tried again.")
        Cron cron,
        @Setting(key = "alerts.repeat.critical", fallback = "4h,12h,24h,7d",
                meaning = "Pauses before the first, second, ... reminder of a critical alert that goes on, and that "
                        + "nobody has acknowledged. The last pause stays. Where there are several, the reminders after "
                        + "the last pause are one message about everything that still fires (the digest).")
        List<Duration> repeatCritical,
        @Setting(key = "alerts.repeat", fallback = "24h,7d",
                meaning = "Pauses before the reminders of any other alert, in the same way.")
        List<Duration> repeat,
        @Setting(key = "alerts.acknowledged-for", fallback = "8h", min = "1ms",
                meaning = "How long an acknowledgement stops the reminders.")
        Duration acknowledgedFor,
        @Setting(key = "alerts.regroup", fallback = "4m",
                meaning = "Shortest pause between two messages about new members of an alert that was already "
                        + "notified.")
        Duration regroup,
        @Setting(key = "alerts.aftermath", fallback = "5m",
                meaning = "How long an alert that has ended still explains the alerts that follow from it.")
        Duration aftermath,
        @Setting(key = "alerts.retry.delay", fallback = "30s", min = "1ms",
                meaning = "Pause before a message that failed is sent again. It is doubled after each failure.")
        Duration retryDelay,
        @Setting(key = "alerts.retry.delay-max", fallback = "30m", min = "1ms",
                meaning = "The longest pause before a message that failed is sent again.")
        Duration retryDelayMax,
        @Setting(key = "alerts.give-up", fallback = "24h", min = "1ms",
                meaning = "Age at which a message that keeps failing is given up. The other notification channels "
                        + "report it.")
        Duration giveUp) implements SettingsGroup {

    @Override
    public List<String> conflicts() {
        return SettingConflict.order("alerts.retry.delay", retryDelay, "alerts.retry.delay-max", retryDelayMax);
    }

    AlertTiming timing() {
        return new AlertTiming(repeatCritical, repeat, acknowledgedFor, regroup, aftermath);
    }
}
