package io.wattline.app;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.wattline.alert.Evaluations;
import io.wattline.channel.Channels;
import io.wattline.database.Sql;
import io.wattline.deadletter.Breakdowns;
import io.wattline.deadletter.DeadLetterRows;
import io.wattline.deadletter.Replays;
import io.wattline.deadletter.Spool;
import io.wattline.deadletter.SpoolErrors;
import io.wattline.eniscope.FieldCatalogue;
import io.wattline.eniscope.FieldOffers;
import io.wattline.eniscope.Normaliser;
import io.wattline.eniscope.RequestGate;
import io.wattline.eniscope.Session;
import io.wattline.health.OpenWork;
import io.wattline.http.DashboardFiles;
import io.wattline.metrics.CallMeter;
import io.wattline.metrics.MetricsCatalogue;
import io.wattline.metrics.ProcessMeter;
import io.wattline.reading.IngestionPause;
import io.wattline.reading.KeepStatement;
import io.wattline.reading.PollScheduler;
import io.wattline.reading.PollSettings;
import io.wattline.reading.Polls;
import io.wattline.reading.ReadingMetrics;
import io.wattline.reading.Runs;
import io.wattline.settings.ConfigFile;
import io.wattline.settings.ConfigurationHash;
import io.wattline.settings.Settings;
import io.wattline.validation.Checks;
import io.wattline.validation.RuleBook;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.component.mail.DefaultAuthenticator;

/** Makes the beans that the routes name, out of settings, a clock and a database. One of each; nothing here starts anything. */
final class Wiring {

    /** The statement that keeps readings, with the columns that people have added; a route names it like the file. */
    private static final String KEEP = "db/sql/readings-keep.sql";

    private final Settings settings;
    private final Clock clock;
    private final HikariDataSource database;
    final Ground ground;
    final FieldCatalogue fields;

    final PrometheusMeterRegistry registry = MetricsCatalogue.describe(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    final AtomicReference<ConfigurationHash> configuration = new AtomicReference<>();
    final RequestGate door = new RequestGate();
    final Session session;
    final ReadingMetrics metrics;
    final PollScheduler pollDesk;
    final Runs runs;
    final Evaluations alertRounds;

    Wiring(Settings settings, Clock clock, HikariDataSource database) {
        this.settings = settings;
        this.clock = clock;
        this.database = database;
        this.ground = new Ground(settings, clock, database, registry, new LinkedHashMap<>());
        fields = fields();
        RuleBook rules = rules();
        configuration.set(ConfigurationHash.of(settings));
        session = bind("session", new Session(settings.text("eniscope.api.key"), settings.text("eniscope.email"), settings.text("eniscope.password"),
                settings.duration("api.login.pause"), clock));
        pollDesk = bind("pollDesk", new PollScheduler(pollSettings(), clock, new IngestionPause(new Sql(database), clock)));
        runs = bind("runs", new Runs(rules.version(), () -> configuration.get().text(), version(),
                settings.duration("readings.poll.look-back"), clock));
        metrics = bind("metrics", new ReadingMetrics(registry, clock));
        SourceBeans.bind(ground, session, door);
        bindReadings(rules);
        bindOperations();
        GapBeans.bind(ground);
        BackfillBeans.bind(ground, pollDesk);
        ReconciliationBeans.bind(ground);
        EstimationBeans.bind(ground, fields);
        QualityBeans.bind(ground, fields, pollDesk);
        DiscoveryBeans.bind(ground, fields);
        alertRounds = AlertBeans.bind(ground, text -> configuration.updateAndGet(before -> before.withFile(AlertBeans.RULES, text)));
    }

    /** By the names that the routes use. */
    Map<String, Object> beans() {
        return ground.beans();
    }

    private void bindReadings(RuleBook rules) {
        Normaliser normaliser = new Normaliser(fields);
        bind("offers", new FieldOffers(fields, clock));
        bind("polls", new Polls(normaliser));
        Channels channels = new Channels(database);
        bind(KEEP, KeepStatement.of(ConfigFile.ofProgram(KEEP).text(), fields.extraColumns()).text());
        bind("checks", new Checks(rules, settings.count("readings.batch-size"),
                window -> channels.lastReadingBefore(window.channel().channelId(), window.interval().start()), fields.extraColumns(), clock));
        bind("deadLetterRows", new DeadLetterRows(rules.version()));
        bind("spool", new Spool(normaliser));
        bind("replays", new Replays(normaliser, channels::find));
    }

    private void bindOperations() {
        ProcessMeter.bind(registry, database, version());
        bind("dataSource", database);
        bind("openWork", new OpenWork(clock));
        bind("dashboardFiles", new DashboardFiles());
        bind("callMeter", new CallMeter(registry));
        bind("breakdowns", new Breakdowns(registry));
        bind("spoolErrors", new SpoolErrors());
        bind("mailAccount", new DefaultAuthenticator(settings.text("smtp.username"), settings.text("smtp.password")));
    }

    private <T> T bind(String name, T bean) {
        return ground.bind(name, bean);
    }

    private FieldCatalogue fields() {
        ConfigFile file = ConfigFile.read(settings.home(), "config/fields.yaml");
        return FieldCatalogue.parse(file.name(), file.text());
    }

    private RuleBook rules() {
        ConfigFile file = ConfigFile.read(settings.home(), "config/rules.yaml");
        return RuleBook.parse(file.name(), file.text());
    }

    private PollSettings pollSettings() {
        List<String> core = Arrays.stream(settings.text("readings.fields.core").split(",")).map(String::strip).filter(code -> !code.isEmpty()).toList();
        return new PollSettings(settings.duration("readings.poll.look-back"), settings.duration("readings.poll.delay"),
                settings.duration("readings.poll.wait-for-late"), settings.duration("readings.window.max"), settings.duration("readings.window.min"),
                settings.duration("readings.history"), core, settings.duration("readings.retry.delay"), settings.duration("readings.retry.delay-max"),
                settings.duration("readings.dead.retry"));
    }

    /** Of this build. */
    static String version() {
        String version = Wiring.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
