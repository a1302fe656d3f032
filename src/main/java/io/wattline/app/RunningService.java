package io.wattline.app;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.wattline.alert.AlertRow;
import io.wattline.audit.AuditLog;
import io.wattline.backfill.BackfillJob;
import io.wattline.backfill.Backfills;
import io.wattline.deadletter.Replay;
import io.wattline.discovery.Discovered;
import io.wattline.estimation.EstimationReport;
import io.wattline.http.HttpServer;
import io.wattline.jmx.AuditedMBeans;
import io.wattline.metrics.MetricsCatalogue;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.quality.CheckReport;
import io.wattline.quality.CheckRequest;
import io.wattline.reading.SyncRequest;
import io.wattline.reading.SyncResult;
import io.wattline.reconciliation.Reconciliations;
import io.wattline.routes.RouteCheck;
import io.wattline.routes.RouteGroups;
import io.wattline.routes.RouteReload;
import io.wattline.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wattline at work in a Camel Main. */
final class RunningService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(RunningService.class);
    /** Of the 10 s that {@link #close} has; the rest of the process takes up to 3 more (CamelProperties). */
    private static final Duration POLLS_END_MAX = Duration.ofSeconds(5);
    /** Routes to which the program itself sends; an edit must not take them away. */
    static final Set<String> ENTRIES = Set.of(
            "direct:eniscope-metadata",
            "direct:poll-due",
            "direct:dead-letters-replay",
            "direct:backfill-begin",
            "direct:estimation-run",
            "direct:quality-validate",
            "direct:discovery-run",
            "direct:discovery-offers",
            "direct:alerts-check",
            "direct:alert-delivery-attempt",
            "direct:alert-delivery-start",
            "direct:alert-to-email",
            "direct:alert-to-slack",
            "direct:alert-to-pagerduty");

    private final PrometheusMeterRegistry meters;
    private final Modules modules;
    private final Main main = new Main();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();

    RunningService(Settings settings, Clock clock, HikariDataSource database) {
        meters = MetricsCatalogue.describe(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        modules = new Modules(new Foundation(settings, clock, database, meters, version()));
    }

    /** Starts routes, pool and HTTP; takes over the database and closes it in the end, also when the start fails. */
    static RunningService start(Settings settings, Clock clock, HikariDataSource database, RunMode mode) {
        return start(settings, clock, database, mode, Map.of());
    }

    /** The same with more beans, by name: a test listens in. */
    static RunningService start(Settings settings, Clock clock, HikariDataSource database, RunMode mode, Map<String, Object> more) {
        RunningService service = null;
        try {
            service = new RunningService(settings, clock, database);
            more.forEach(service.main::bind);
            service.begin(mode);
            return service;
        } catch (RuntimeException e) {
            closeQuietly(service, database);
            throw e;
        } catch (Exception e) {
            closeQuietly(service, database);
            throw new IllegalStateException("Wattline did not start: " + RouteCheck.reason(e), e);
        }
    }

    private static void closeQuietly(RunningService service, HikariDataSource database) {
        if (service != null) {
            service.close();
        } else {
            database.close();
        }
    }

    private void begin(RunMode mode) throws Exception {
        Properties properties = RuntimeProperties.of(modules, mode);
        modules.bind(new NamedBeans(main::bind));
        main.setShutdownStrategy(new SimpleMainShutdownStrategy()); // the command line handles signals
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setOverrideProperties(properties);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport starting) {
                prepare(starting.getCamelContext());
                if (mode == RunMode.TIMERS) {
                    open(starting.getCamelContext(), properties);
                }
            }
        });
        main.start();
        HttpServer.requireGuard(context());
        HttpServer.port(context()).ifPresent(port -> LOG.info("Health and metrics: port {} of {}", port,
                modules.base().settings().text("wattline.http.host")));
    }

    /** Adds what modules need of a context before its routes are loaded. */
    void prepare(CamelContext context) {
        RouteGroups.give(context);
        AuditedMBeans.give(context, audit());
        modules.all().forEach(module -> module.prepare(context));
    }

    private AuditLog audit() {
        return new AuditLog(modules.base().database(), modules.base().clock());
    }

    private void open(CamelContext context, Properties properties) {
        try {
            for (FeatureModule module : modules.all()) {
                module.open(context);
            }
            ControlAccess.open(context, modules, audit());
            Settings settings = modules.base().settings();
            Path routes = settings.path("routes.directory");
            if (Files.isDirectory(routes)) {
                context.addService(new RouteReload(routes.toRealPath(), RouteChecks.check(settings, properties, context.getRegistry()),
                        modules.reading.scheduler(), modules::routesInForce));
            }
        } catch (Exception e) {
            throw new IllegalStateException("JMX, or watching routes/, did not start: " + e.getMessage(), e);
        }
    }

    /** Of this build. */
    static String version() {
        String version = RunningService.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    Modules modules() {
        return modules;
    }

    ProducerTemplate template() {
        try {
            return main.getCamelTemplate();
        } catch (Exception e) {
            throw new IllegalStateException("Wattline is not running: " + RouteCheck.reason(e), e);
        }
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    @Override
    public SyncResult sync(SyncRequest request, Consumer<Progress> progress) {
        return modules.reading.sync(template(), request, step -> progress.accept(Progress.of(step)));
    }

    @Override
    public Replay replay() {
        return modules.deadLetters.replay(template());
    }

    @Override
    public Backfills backfills() {
        return modules.backfill.backfills();
    }

    @Override
    public Reconciliations reconciliations() {
        return modules.reconciliation.reconciliations();
    }

    @Override
    public BackfillJob backfill(long jobId, Consumer<BackfillJob> progress, BooleanSupplier stop) {
        return modules.backfill.work(template(), jobId, progress, stop);
    }

    @Override
    public CheckReport validate(CheckRequest request) {
        return modules.quality.validate(template(), request);
    }

    @Override
    public Discovered discover(Consumer<Progress> progress) {
        return modules.discovery.discover(template(), Progress.of("endpoints", progress));
    }

    @Override
    public void askOffers(Consumer<Progress> progress) {
        modules.discovery.askOffers(template(), Progress.of("channels", progress));
    }

    @Override
    public EstimationReport estimate(List<Integer> channelIds, boolean dryRun, Consumer<Progress> progress) {
        return modules.estimation.estimate(template(), channelIds, dryRun, Progress.of("gaps", progress));
    }

    @Override
    public List<AlertRow> checkAlerts() {
        return modules.alerts.check(template());
    }

    @Override
    public void testAlert(String channel) {
        modules.alerts.test(template(), channel);
    }

    @Override
    public void waitUntilStopped() throws InterruptedException {
        stopped.await();
    }

    /** The windows in hand are finished; a source that does not answer is not waited for. */
    private void endPolls() {
        try {
            if (!modules.reading.scheduler().stop(POLLS_END_MAX) && context() != null) {
                LOG.warn("{} channel(s) wait for the source, which does not answer; they are given up and asked again at the next start", modules.reading.scheduler().running());
                OpenRequests.abort(context());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            endPolls();
            modules.source.gate().shut();
            main.stop();
            main.shutdown();
            modules.base().database().close();
            stopped.countDown();
        }
    }
}
