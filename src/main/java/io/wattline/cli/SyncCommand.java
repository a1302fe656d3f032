package io.wattline.cli;

import io.wattline.settings.Need;
import io.wattline.Parts;
import io.wattline.Progress;
import io.wattline.Service;
import io.wattline.settings.Settings;
import io.wattline.SyncRequest;
import io.wattline.SyncResult;
import io.wattline.reading.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fetches once. */
@Command(name = "sync", description = "Fetches metadata, then readings, once: of the given days, or what is due.")
final class SyncCommand extends ReportingVerb {

    /** What GET /readings takes as res, in seconds (Core API v1). */
    private static final List<Integer> RESOLUTIONS = List.of(60, 900, 1800, 3600, 86_400);

    @ArgGroup(exclusive = false)
    private Days days;

    @Option(names = "--channel", paramLabel = "ID", description = "Only this channel; may be given several times.")
    private List<Integer> channelIds = List.of();

    @Option(names = "--resolution", paramLabel = "S", description = "Length of a reading in seconds: 60, 900, 1800, 3600 or 86400 (default: the channel's own).")
    private Integer resolutionSeconds;

    SyncCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        SyncRequest request = request();
        Settings settings = settings(Need.DATABASE, Need.SOURCE);
        Consumer<Progress> listener = isJson() ? progress -> { } : this::show;
        try (StopSignal signal = new StopSignal(); Service service = context().parts().start(settings, Clock.systemUTC(), Parts.Mode.ONCE)) {
            signal.onStop(service::close);
            SyncResult result = service.sync(request, listener);
            report(result, () -> print(result));
            return result.failures().isEmpty() ? DONE : FAILED;
        }
    }

    private SyncRequest request() {
        if (resolutionSeconds != null && !RESOLUTIONS.contains(resolutionSeconds)) {
            throw wrongUsage("--resolution is " + resolutionSeconds + "; allowed: 60, 900, 1800, 3600 or 86400 (seconds)");
        }
        return new SyncRequest(interval(), channelIds, resolutionSeconds == null ? null : Duration.ofSeconds(resolutionSeconds));
    }

    private Interval interval() {
        if (days == null) {
            return null;
        }
        if (!days.start.isBefore(days.end)) {
            throw wrongUsage("--end-date is not after --start-date; the end is exclusive, so one day is --start-date 2026-01-31 --end-date 2026-02-01");
        }
        return new Interval(days.start, days.end);
    }

    private void show(Progress progress) {
        String share = progress.total() > 0 ? progress.done() + " of " + progress.total() : Long.toString(progress.done());
        terminal().progress("sync: " + share + "  " + progress.text());
    }

    private void print(SyncResult result) {
        terminal().line(String.format("%d channels, %d windows: %,d readings fetched, %,d new, %,d corrected, %,d as before, %,d rejected.", result.channels(),
                result.windows(), result.fetched(), result.inserted(), result.updated(), result.unchanged(), result.rejected()));
        result.failures().forEach(failure -> terminal().line("failed: " + failure));
    }

    /** A half-open span of days. */
    private static final class Days {

        @Option(names = "--start-date", paramLabel = "D", required = true, converter = DateConverter.class, description = "First day, YYYY-MM-DD in UTC.")
        private Instant start;

        @Option(names = "--end-date", paramLabel = "D", required = true, converter = DateConverter.class, description = "Day after the last one, YYYY-MM-DD in UTC.")
        private Instant end;
    }
}
