package io.wattline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One round of the pipeline: {@code ./wattline sync} in a process of its own, as anybody would start it, with the
 * throttle open.
 */
final class Pipeline {

    private static final long LOOK_MILLIS = 20;
    private static final long COLLECT_MILLIS = 1000;
    /** Everything that a round commits, so that the clock stops at the last of it. */
    private static final String LAST_COMMIT =
            """
            select extract(epoch from greatest((select max(pg_xact_commit_timestamp(xmin)) from readings),
              (select max(pg_xact_commit_timestamp(xmin)) from ingestion_logs),
              (select max(pg_xact_commit_timestamp(xmin)) from poll_state)))""";

    private final Path project;
    private final Path work;
    private final Postgres postgres;
    private final Source source;
    private final int days;

    /** @param work holds {@code home} with the routes and settings of the project; what a run writes goes there too */
    Pipeline(Path project, Path work, Postgres postgres, Source source, int days) {
        this.project = project;
        this.work = work;
        this.postgres = postgres;
        this.source = source;
        this.days = days;
    }

    /** Brings the schema of an empty database up to date. */
    void migrate(String database) throws IOException, InterruptedException {
        try (Child wattline = wattline(database, "", "migrate")) {
            wattline.mustEndWell();
        }
    }

    /**
     * Fetches into a database.
     *
     * @param command verb of Wattline and its options
     */
    Outcome into(String database, String... command) throws IOException, InterruptedException, SQLException {
        long before = source.requests();
        long rows = rows(database);
        try (Child wattline = wattline(database, "", command)) {
            while (source.requests() == before && wattline.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            double start = System.currentTimeMillis() / 1e3;
            Usage usage = untilItEnds(wattline);
            wattline.mustEndWell();
            double seconds = postgres.number(database, LAST_COMMIT) - start;
            return usage.outcome(rows(database) - rows, seconds);
        }
    }

    private long rows(String database) throws SQLException {
        return (long) postgres.number(database, "select count(*) from readings");
    }

    /**
     * What the processes use from now on; what is known of Wattline is lost with its end, so it is looked at all the
     * time.
     */
    private Usage untilItEnds(Child wattline) throws InterruptedException {
        Usage from = new Usage(
                postgres.cpuSeconds(),
                ProcessTimes.cpuSeconds(wattline.pid()),
                source.cpuSeconds(),
                ProcessTimes.machineCpuSeconds(),
                0);
        double client = from.client();
        double peakRssMib = 0;
        while (wattline.isAlive()) {
            client = Math.max(client, ProcessTimes.cpuSeconds(wattline.pid()));
            peakRssMib = Math.max(peakRssMib, ProcessTimes.peakRssMib(wattline.pid()));
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return new Usage(
                        postgres.cpuSeconds(),
                        client,
                        source.cpuSeconds(),
                        ProcessTimes.machineCpuSeconds(),
                        peakRssMib)
                .since(from);
    }

    /**
     * The same without a clock, but with a full collection every second; the heap that each leaves, in MiB, the least
     * first.
     */
    List<Integer> heapMib(String database) throws IOException, InterruptedException {
        Path log = Files.createTempFile(work, "gc", ".log");
        try (Child wattline = wattline(database, "-Xlog:gc:file=" + log, "sync")) {
            while (wattline.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(COLLECT_MILLIS);
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                        .toString(),
                                "" + wattline.pid(),
                                "GC.run")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            }
            wattline.mustEndWell();
        }
        return GcLog.afterFullMib(Files.readAllLines(log));
    }

    private Child wattline(String database, String javaOptions, String... command) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("WATTLINE_HOME", work.resolve("home").toString());
        settings.put("DATABASE_URL", postgres.url(database));
        settings.put("ENISCOPE_API_URL", source.url().toString());
        settings.put("ENISCOPE_API_KEY", "demo-key");
        settings.put("ENISCOPE_EMAIL", "demo@example.org");
        settings.put("ENISCOPE_PASSWORD", "demo");
        settings.put("API_REQUESTS_PER_SECOND", "1000000");
        settings.put("API_REQUESTS_IN_FLIGHT", "16");
        settings.put("READINGS_HISTORY", days + "d");
        settings.put("JAVA_OPTS", javaOptions);
        return Child.start(
                command[0],
                Stream.concat(Stream.of(project.resolve("wattline").toString()), Stream.of(command))
                        .toList(),
                settings,
                work);
    }
}
