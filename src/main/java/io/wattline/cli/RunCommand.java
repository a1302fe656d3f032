package io.wattline.cli;

import io.wattline.alert.NotificationSettings;
import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.WattlineSettings;
import io.wattline.settings.Settings;
import java.time.Clock;
import picocli.CommandLine.Command;

/** The service. */
@Command(name = "run", description = "Runs the service against the real API and database until it is stopped.")
final class RunCommand extends Verb {

    RunCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = settings(WattlineSettings.GROUPS);
        NotificationSettings notifications = settings.of(NotificationSettings.class);
        off("E-mail", "smtp.host", !notifications.smtpHost().isEmpty());
        off("Slack", "slack.webhook.url", notifications.slackWebhookUrl().isSet());
        off("PagerDuty", "pagerduty.routing-key", notifications.pagerDutyRoutingKey().isSet());
        try (StopSignal signal = new StopSignal()) {
            run(settings, signal);
            // Before the signal is released, so that the process ends at once.
            terminal().line("Wattline has stopped.");
        }
        return DONE;
    }

    private void run(Settings settings, StopSignal signal) throws InterruptedException {
        try (Service service = context().launcher().start(settings, Clock.systemUTC(), RunMode.TIMERS)) {
            signal.onStop(service::close);
            terminal()
                    .line("Wattline " + Version.text() + " runs; health: " + Addresses.http(settings)
                            + "/health; stop it with Ctrl-C or SIGTERM.");
            service.waitUntilStopped();
        }
    }

    private void off(String what, String key, boolean isSet) {
        if (!isSet) {
            terminal().line(what + " is off: " + key + " (" + Settings.variable(key) + ") is not set.");
        }
    }
}
