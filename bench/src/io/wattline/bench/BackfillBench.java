package io.wattline.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Days of which nothing is there, filled by one {@code ./wattline backfill}: from its first request to its last commit.
 */
@Command(name = "bench/backfill", mixinStandardHelpOptions = true, description = "Measures a backfill of days of "
        + "which nothing is there.")
public final class BackfillBench implements Callable<Integer> {

    private static final String NAME = "backfill";
    /** What live polling reads before the backfill begins: today and yesterday stay out of the range. */
    private static final int LIVE_DAYS = 1;

    @Option(names = "--channels", defaultValue = "20", description = "default ${DEFAULT-VALUE}")
    private int channels;
    @Option(names = "--days", defaultValue = "90", description = "that are missing; default ${DEFAULT-VALUE}")
    private int days;
    @Option(names = "--fields", defaultValue = "25", description = "values of each reading; default ${DEFAULT-VALUE}")
    private int fields;
    @Option(names = "--seed", defaultValue = "1", description = "of the values; default ${DEFAULT-VALUE}")
    private long seed;
    @Option(names = "--project", hidden = true, required = true)
    private Path project;
    @Option(names = "--work", hidden = true, required = true)
    private Path work;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BackfillBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (Postgres postgres = Postgres.start(work.resolve("postgres"));
                Source source = Source.start(project.resolve("target/wattline.jar"), channels, fields, seed, work)) {
            Pipeline pipeline = new Pipeline(project, work, postgres, source, LIVE_DAYS);
            new Report(System.out).machine(postgres.description());
            postgres.create(NAME, null);
            pipeline.migrate(NAME);
            pipeline.into(NAME, "sync");
            postgres.settle();
            long before = source.requests();
            LocalDate end = LocalDate.now(ZoneOffset.UTC).minusDays(LIVE_DAYS + 1);
            Outcome outcome = pipeline.into(
                    NAME, "backfill", "--start-date", end.minusDays(days).toString(), "--end-date", end.toString());
            print(
                    outcome,
                    (long) postgres.number(NAME, "select sum(windows) from backfill_jobs"),
                    source.requests() - before);
        }
        return 0;
    }

    private void print(Outcome outcome, long windows, long requests) {
        System.out.println("| channels x days | readings | windows | requests | s | readings/s | windows/s | CPU s: "
                + "PostgreSQL + Wattline + simulator | CPU s of others | peak RSS MiB |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        System.out.printf(
                "| %d x %d | %,d | %,d | %,d | %.1f | %,.0f | %.1f | %.1f + %.1f + %.1f | %.1f | %.0f |%n",
                channels,
                days,
                outcome.rows(),
                windows,
                requests,
                outcome.seconds(),
                outcome.rowsPerSecond(),
                windows / outcome.seconds(),
                outcome.databaseCpu(),
                outcome.clientCpu(),
                outcome.sourceCpu(),
                outcome.otherCpu(),
                outcome.peakRssMib());
    }
}
