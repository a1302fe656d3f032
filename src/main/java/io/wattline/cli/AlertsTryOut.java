package io.wattline.cli;

import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.WattlineSettings;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tries out a way. */
@Command(name = "test", description = "Sends a message about nothing by one way, at once, "
        + "and says whether it was taken.")
final class AlertsTryOut extends ReportingVerb {

    @Option(names = "--to", required = true, paramLabel = "NAME", description = "A channel of config/alerts.yaml, "
            + "such as slack.")
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
        report(Map.of("taken", to), () -> terminal().line(to + " has taken it."));
        return DONE;
    }
}
