package io.wattline.cli;

import io.wattline.reading.Interval;
import java.time.Instant;
import picocli.CommandLine.Option;

/** Options for a half-open span of days in UTC. */
final class Days {

    @Option(
            names = "--start-date",
            paramLabel = "D",
            required = true,
            converter = DateConverter.class,
            description = "First day, YYYY-MM-DD in UTC.")
    private Instant start;

    @Option(
            names = "--end-date",
            paramLabel = "D",
            required = true,
            converter = DateConverter.class,
            description = "Day after the last one, YYYY-MM-DD in UTC.")
    private Instant end;

    /** The days; a usage error if the span is empty. */
    Interval interval(Verb verb) {
        if (!start.isBefore(end)) {
            throw verb.wrongUsage("--end-date is not after --start-date; the end is exclusive, so one day is "
                    + "--start-date 2026-01-31 --end-date 2026-02-01");
        }
        return new Interval(start, end);
    }
}
