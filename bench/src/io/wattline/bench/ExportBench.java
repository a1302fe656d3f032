package io.wattline.bench;

import io.wattline.database.Database;
import io.wattline.database.DatabaseUrl;
import io.wattline.database.Migration;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wattline export} in each format, as people run it: how long it takes, and how much memory. */
@Command(name = "bench/exports", mixinStandardHelpOptions = true, description = "Measures exports.")
public final class ExportBench implements Callable<Integer> {

    private static final String DATABASE = "exports";
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final List<List<String>> EXPORTS = List.of(List.of("slot", "csv"), List.of("slot", "xlsx"),
            List.of("slot", "parquet"), List.of("slot", "xml"), List.of("hour", "csv"), List.of("hour", "parquet"),
            List.of("day", "xlsx"));

    @Option(names = "--channels", defaultValue = "20", description = "of 96 readings a day; default ${DEFAULT-VALUE}")
    private int channels;
    @Option(names = "--days", defaultValue = "365", description = "of readings; default ${DEFAULT-VALUE}")
    private int days;
    @Option(names = "--wattline", hidden = true, required = true)
    private Path wattline;
    @Option(names = "--work", hidden = true, required = true)
    private Path work;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ExportBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (Postgres postgres = Postgres.start(work.resolve("postgres"))) {
            postgres.create(DATABASE, null);
            Migration.run(
                    Database.direct(DatabaseUrl.parse(postgres.url(DATABASE)), Duration.ofSeconds(30), "bench"),
                    "public");
            try (Connection connection = postgres.connection(DATABASE);
                    Statement statement = connection.createStatement()) {
                fill(statement);
            }
            postgres.settle();
            System.out.printf("%s; %d channels, %d days%n%n| resolution | format | rows | s | file MiB | peak RSS MiB "
                    + "|%n|---|---|---|---|---|---|%n", postgres.description(), channels, days);
            for (List<String> export : EXPORTS) {
                measure(postgres.url(DATABASE), export.get(0), export.get(1));
            }
        }
        return 0;
    }

    private void fill(Statement statement) throws SQLException {
        statement.execute("insert into organizations (organization_id, organization_name, timezone) values ('1', "
                + "'Mill', 'Europe/Berlin'); insert into channels (channel_id, channel_name, organization_id, "
                + "interval_seconds, installed_at) select n, 'Channel ' || n, '1', 900, '" + FIRST
                + "' from generate_series(1, " + channels + ") n");
        statement.execute("insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw, data_quality) "
                + "select c, t, round((random() * 10)::numeric, 3), round((random() * 40)::numeric, 3), "
                + "case when random() < 0.02 then 'estimated' else 'measured' end from generate_series(1, " + channels
                + ") c, generate_series('" + FIRST + "'::timestamptz, '" + FIRST.plusDays(days)
                + "'::timestamptz - interval '1 second', interval '15 minutes') t");
        statement.execute("do 'begin perform refresh_touched_days(now()); end'");
    }

    private void measure(String url, String resolution, String ending) throws IOException, InterruptedException {
        Path file = work.resolve("export-" + resolution + "." + ending);
        Path output = work.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(wattline.toString(), "export", "--json", "--start-date",
                FIRST.toString(), "--end-date", FIRST.plusDays(days).toString(), "--resolution", resolution, "--to",
                file.toString()).redirectOutput(output.toFile()).redirectError(Redirect.INHERIT);
        builder.environment().put("DATABASE_URL", url);
        long start = System.nanoTime();
        Process process = builder.start();
        long peak = 0;
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakKib(process.pid()));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String rows = Files.readString(output).replaceFirst("(?s).*\"rows\"\\s*:\\s*(\\d+).*", "$1");
        System.out.printf("| %s | %s | %,d | %.1f | %.1f | %d |%n", resolution, ending, Long.parseLong(rows), seconds,
                Files.size(file) / 1048576.0, peak / 1024);
    }

    /** The most memory that a process had until now; 0 where nobody knows any more. */
    private static long peakKib(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:")).map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
