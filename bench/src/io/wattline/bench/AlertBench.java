package io.wattline.bench;

import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.ServiceLauncher;
import io.wattline.app.WattlineSettings;
import io.wattline.lab.demo.WebhookCatcher;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.PlantChannel;
import io.wattline.lab.simulator.RecordedPlant;
import io.wattline.lab.simulator.Simulator;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.quality.CheckRequest;
import io.wattline.reading.SyncRequest;
import io.wattline.settings.Durations;
import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How many messages people get in many days of real readings, served by the simulator under a clock of the bench. */
@Command(name = "bench/alerts", mixinStandardHelpOptions = true,
        description = "Replays recorded readings and counts the messages that reach Slack.")
public final class AlertBench implements Callable<Integer> {

    private static final String DATABASE = "alerts";

    @Option(names = "--data", required = true, description = "recorded series, see RecordedPlant")
    private Path data;
    @Option(names = "--days", defaultValue = "45", description = "default ${DEFAULT-VALUE}")
    private int days;
    @Option(names = "--from", description = "first day of the file; default: so that its last days are replayed")
    private Integer from;
    @Option(names = "--step", defaultValue = "2h", description = "of the clock; default ${DEFAULT-VALUE}")
    private String step;
    @Option(names = "--work", hidden = true, required = true)
    private Path work;
    @Option(names = "--project", hidden = true, required = true)
    private Path project;

    private volatile Instant now;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new AlertBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Plant plant = RecordedPlant.read(data);
        Instant end = start(plant).plus(Duration.ofDays(days));
        now = start(plant);
        try (Postgres postgres = Postgres.start(work.resolve("postgres"));
                Simulator simulator = Simulator.start(SimulatorSettings.of(plant, clock()));
                WebhookCatcher slack = WebhookCatcher.start()) {
            postgres.create(DATABASE, null);
            try (Service service = new ServiceLauncher().start(settings(simulator, slack, postgres), clock(),
                    RunMode.ONCE)) {
                for (Duration pause = Durations.parse(step).orElseThrow(); now.isBefore(end); now = now.plus(pause)) {
                    turn(service, postgres);
                }
            }
            report(postgres);
            System.out.printf("%n%d Slack messages in %d days%n", slack.posts().size(), days);
        }
        return 0;
    }

    /** The bench begins a day after the first slot, so that there is a history to fetch. */
    private Instant start(Plant plant) {
        Instant first = plant.channels().stream().map(PlantChannel::installed).min(Instant::compareTo).orElseThrow();
        return from == null ? plant.channels().stream().map(channel -> channel.meter().recorded().end())
                .max(Instant::compareTo).orElseThrow().minus(Duration.ofDays(days))
                : first.plus(Duration.ofDays(Math.max(1, from)));
    }

    private void turn(Service service, Postgres postgres) throws SQLException {
        service.sync(new SyncRequest(null, List.of(), null), progress -> { });
        try (Connection connection = postgres.connection(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("select find_new_gaps('" + now + "', '35 days', '30 days', '15 minutes', '15 minutes')");
        }
        if (now.atZone(ZoneOffset.UTC).getHour() < Durations.parse(step).orElseThrow().toHours()) {
            service.validate(new CheckRequest(2, List.of()));
        }
        service.checkAlerts();
    }

    private void report(Postgres postgres) throws SQLException {
        try (Connection connection = postgres.connection(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select alert_key, kind, count(*), min(created_at), "
                        + "max(created_at), min(message->>'summary') from alert_outbox join alerts using (alert_id) "
                        + "where channel = 'slack' group by 1, 2 order by 4")) {
            System.out.println("| alert | kind | messages | first | last | such as |\n|---|---|---|---|---|---|");
            while (rows.next()) {
                System.out.printf("| %s | %s | %d | %.16s | %.16s | %s |%n", rows.getString(1), rows.getString(2),
                        rows.getInt(3), rows.getString(4), rows.getString(5), rows.getString(6));
            }
        }
    }

    private Settings settings(Simulator simulator, WebhookCatcher slack, Postgres postgres) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "eniscope.api.url", simulator.url(),
                "eniscope.api.key", simulator.settings().credentials().apiKey(),
                "eniscope.email", simulator.settings().credentials().email(),
                "eniscope.password", simulator.settings().credentials().password(),
                "database.url", postgres.url(DATABASE),
                "slack.webhook.url", slack.slackUrl(),
                "api.requests-per-second", "1000",
                "readings.history", "1d",
                "spool.directory", work.resolve("spool").toString()));
        return WattlineSettings.load(project, "prod", Map.of()).with(settings);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("UTC only");
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
