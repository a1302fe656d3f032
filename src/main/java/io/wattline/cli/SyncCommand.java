package io.wattline.cli;

import io.wattline.app.Progress;
import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.WattlineSettings;
import io.wattline.reading.SyncRequest;
import io.wattline.reading.SyncResult;
import io.wattline.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fetches once. */
@Command(name = "sync", description = "Fetches metadata, then readings, once: those of the given days, "
        + "or those that are due.")
final class SyncCommand extends ReportingVerb {

    /** What GET /readings takes as res, in seconds (Core API v1). */
    private static final List<Integer> RESOLUTIONS = List.of(60, 900, 1800, 3600, 86_400);

    @ArgGroup(exclusive = false)
    private Days days;

    @Option(names = "--channel", paramLabel = "ID", description = "Only this channel; may be given several times.")
    private List<Integer> channelIds = List.of();

    @Option(names = "--resolution", paramLabel = "S", description = "Length of a reading in seconds: 60, 900, 1800, "
            + "3600 or 86400 (default: the channel's own).")
    private Integer resolutionSeconds;

    SyncCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        SyncRequest request = request();
        Settings settings = settings(WattlineSettings.ONCE);
        Consumer<Progress> listener = isJson() ? progress -> { } : this::show;
        try (StopSignal signal = new StopSignal();
                Service service = context().launcher().start(settings, Clock.systemUTC(), RunMode.ONCE)) {
            signal.onStop(service::close);
            SyncResult result = service.sync(request, listener);
            report(result, () -> print(result));
            return result.failures().isEmpty() ? DONE : FAILED;
        }
    }

    private SyncRequest request() {
        if (resolutionSeconds != null && !RESOLUTIONS.contains(resolutionSeconds)) {
            throw wrongUsage("--resolution is " + resolutionSeconds + "; allowed: 60, 900, 1800, 3600 "
                    + "or 86400 (seconds)");
        }
        return new SyncRequest(
                days == null ? null : days.interval(this),
                channelIds,
                resolutionSeconds == null ? null : Duration.ofSeconds(resolutionSeconds));
    }

    private void show(Progress progress) {
        String share =
                progress.total() > 0 ? progress.done() + " of " + progress.total() : Long.toString(progress.done());
        terminal().progress("sync: " + share + "  " + progress.text());
    }

    private void print(SyncResult result) {
        terminal()
                .line(String.format(
                        "%d channels, %d windows: %,d readings fetched, %,d new, %,d corrected, %,d unchanged, %,d "
                                + "rejected.",
                        result.channels(),
                        result.windows(),
                        result.fetched(),
                        result.inserted(),
                        result.updated(),
                        result.unchanged(),
                        result.rejected()));
        result.failures().forEach(failure -> terminal().line("failed: " + failure));
        result.notes().forEach(terminal()::line);
    }
}
