package io.wattline.cli;

import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.settings.Need;
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
        Settings settings = settings(Need.SERVICE);
        off(settings, "smtp.host", "E-mail");
        off(settings, "slack.webhook.url", "Slack");
        off(settings, "pagerduty.routing-key", "PagerDuty");
        try (StopSignal signal = new StopSignal()) {
            run(settings, signal);
            // before the signal is told: then the process ends at once
            terminal().line("Wattline has stopped.");
        }
        return DONE;
    }

    private void run(Settings settings, StopSignal signal) throws InterruptedException {
        try (Service service = context().launcher().start(settings, Clock.systemUTC(), RunMode.TIMERS)) {
            signal.onStop(service::close);
            terminal().line("Wattline " + Version.text() + " runs; health: " + Addresses.http(settings) + "/health; stop it with Ctrl-C or SIGTERM.");
            service.waitUntilStopped();
        }
    }

    private void off(Settings settings, String key, String what) {
        if (!settings.has(key)) {
            terminal().line(what + " is off: " + key + " (" + Settings.variable(key) + ") is not set.");
        }
    }
}
