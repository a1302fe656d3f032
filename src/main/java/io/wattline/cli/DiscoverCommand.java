package io.wattline.cli;

import io.wattline.app.Progress;
import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.WattlineSettings;
import io.wattline.discovery.ApiDocuments;
import io.wattline.discovery.Discovered;
import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Discovers the resources that the source offers. */
@Command(name = "discover", description = {"Requests every resource that the source may offer this account, with GET "
        + "and OPTIONS only, and writes docs/api_discovery_results.json and docs/api.md.",
    "Reports what is new, gone or changed since the last run. An interrupted run continues where it stopped."})
final class DiscoverCommand extends ReportingVerb {

    @Option(names = "--fail-on-change", description = "Exit code 1 if something is new, gone or changed.")
    private boolean failsOnChange;

    DiscoverCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        Settings settings = settings(WattlineSettings.ONCE);
        Consumer<Progress> listener = isJson()
                ? progress -> {}
                : progress ->
                        terminal().progress("discover: " + progress.done() + " of " + progress.total() + " endpoints");
        try (StopSignal signal = new StopSignal();
                Service service = context().launcher().start(settings, Clock.systemUTC(), RunMode.ONCE)) {
            signal.onStop(service::close);
            Discovered discovered = service.discover(listener);
            Path docs = settings.home().resolve("docs");
            ApiDocuments.write(docs, discovered, source(settings));
            report(discovered, () -> print(discovered, docs));
            return failsOnChange && !discovered.changes().isEmpty() ? FAILED : DONE;
        }
    }

    /** Without the port, which differs between simulations. */
    private static String source(Settings settings) {
        String host = WattlineSettings.sourceUrl(settings).getHost();
        return "127.0.0.1".equals(host) || "localhost".equals(host)
                ? "the simulated installation of ./wattline demo"
                : host;
    }

    private void print(Discovered discovered, Path docs) {
        terminal()
                .line(discovered.count("answered") + " endpoints answer, " + discovered.count("refused")
                        + " are refused, " + discovered.count("broken") + " fail, " + discovered.count("gone")
                        + " are gone.");
        discovered.changes().forEach(change -> {
            terminal().line(change.kind() + "  " + change.endpoint());
            change.details().forEach(detail -> terminal().line("    " + detail));
        });
        if (discovered.first()) {
            terminal().line("This was the first run; there is nothing to compare with.");
        } else if (discovered.changes().isEmpty()) {
            terminal().line("Nothing has changed since the last run.");
        }
        terminal().line("Written: " + docs.resolve("api_discovery_results.json") + ", " + docs.resolve("api.md"));
    }
}
