package io.wattline.app;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.health.Health;
import io.wattline.health.HealthParts;
import io.wattline.http.HttpServer;
import io.wattline.routes.RouteCheck;
import io.wattline.routes.RouteReload;
import io.wattline.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wattline at work in a Camel Main. */
final class RunningService extends Verbs {

    private static final Logger LOG = LoggerFactory.getLogger(RunningService.class);
    /** Of the 10 s that {@link #close} has; the rest of the process takes up to 3 more (CamelProperties). */
    private static final Duration POLLS_END_MAX = Duration.ofSeconds(5);
    /** Routes to which the program itself sends; an edit must not take them away. */
    static final Set<String> ENTRIES = Set.of(
            "direct:metadata-sync",
            "direct:readings-due",
            "direct:dead-letters-replay",
            "direct:backfill-begin",
            "direct:estimation-run",
            "direct:quality-validate",
            "direct:discovery-run",
            "direct:discovery-offers",
            "direct:alerts-check",
            "direct:alerts-attempt",
            "direct:alerts-deliver",
            "direct:alert-to-email",
            "direct:alert-to-slack",
            "direct:alert-to-pagerduty");

    private final Settings settings;
    private final Clock clock;
    private final HikariDataSource database;
    private final Wiring wiring;
    private final Main main = new Main();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();

    RunningService(Settings settings, Clock clock, HikariDataSource database) {
        this.settings = settings;
        this.clock = clock;
        this.database = database;
        this.wiring = new Wiring(settings, clock, database);
    }

    /** Starts routes, pool and HTTP; takes over the database and closes it in the end, also when the start fails. */
    static RunningService start(Settings settings, Clock clock, HikariDataSource database, Parts.Mode mode) {
        return start(settings, clock, database, mode, Map.of());
    }

    /** The same with more beans, by name: a test listens in. */
    static RunningService start(Settings settings, Clock clock, HikariDataSource database, Parts.Mode mode, Map<String, Object> more) {
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

    private void begin(Parts.Mode mode) throws Exception {
        Properties properties = CamelProperties.of(settings, mode);
        wiring.beans().forEach(main::bind);
        main.setShutdownStrategy(new SimpleMainShutdownStrategy()); // signals are the command line's affair
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setOverrideProperties(properties);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport starting) {
                prepare(starting.getCamelContext(), properties, mode);
            }
        });
        main.start();
        HttpServer.requireDoor(context());
        HttpServer.port(context()).ifPresent(port -> LOG.info("Health and metrics: port {} of {}", port, settings.text("wattline.http.host")));
    }

    void prepare(CamelContext context, Properties properties, Parts.Mode mode) {
        HealthParts parts = new HealthParts(context, database, wiring.session, settings.path("spool.directory"), clock);
        wiring.metrics.breaker(parts::breaker);
        Health health = ControlBeans.watch(context, wiring, parts);
        AlertBeans.watch(context, wiring, settings.path("spool.directory"), mode);
        if (mode == Parts.Mode.TIMERS) {
            addServices(context, parts, health, properties);
        }
    }

    private void addServices(CamelContext context, HealthParts parts, Health health, Properties properties) {
        try {
            WebBeans.open(context, this, parts);
            ControlBeans.serve(context, this, parts, health);
            Path routes = settings.path("routes.directory");
            if (Files.isDirectory(routes)) {
                context.addService(new RouteReload(routes.toRealPath(), RouteBeans.check(settings, properties, context.getRegistry()), wiring.pollDesk,
                        texts -> wiring.configuration.updateAndGet(before -> before.withRoutes(texts))));
            }
        } catch (Exception e) {
            throw new IllegalStateException("JMX, or watching routes/, did not start: " + e.getMessage(), e);
        }
    }

    @Override
    Wiring wiring() {
        return wiring;
    }

    @Override
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
    public void waitUntilStopped() throws InterruptedException {
        stopped.await();
    }

    /** The windows in hand are finished; a source that does not answer is not waited for. */
    private void endPolls() {
        try {
            if (!wiring.pollDesk.stop(POLLS_END_MAX) && context() != null) {
                LOG.warn("{} channel(s) wait for the source, which does not answer; they are given up and asked again at the next start", wiring.pollDesk.inHand());
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
            wiring.door.shut();
            main.stop();
            main.shutdown();
            database.close();
            stopped.countDown();
        }
    }
}
