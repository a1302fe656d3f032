package io.wattline.cli;

import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.WattlineSettings;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tests a notification channel. */
@Command(name = "test", description = "Sends a test message to one notification channel "
        + "and reports whether it was delivered.")
final class AlertsTryOut extends ReportingVerb {

    @Option(names = "--to", required = true, paramLabel = "NAME", description = "A notification channel of "
            + "config/alerts.yaml, such as slack.")
    private String to;

    AlertsTryOut(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        try (Service service =
                context().launcher().start(settings(WattlineSettings.ONCE_OFFLINE), Clock.systemUTC(), RunMode.ONCE)) {
            service.testAlert(to);
        }
        report(Map.of("taken", to), () -> terminal().line(to + " accepted the message."));
        return DONE;
    }
}
