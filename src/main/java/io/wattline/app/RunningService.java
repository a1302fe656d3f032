package io.wattline.app;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.http.HttpServer;
import io.wattline.http.HttpSettings;
import io.wattline.routes.GuardedContext;
import io.wattline.routes.RouteCheck;
import io.wattline.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
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

/** A running Wattline in a Camel Main. */
final class RunningService extends ServiceVerbs {

    private static final Logger LOG = LoggerFactory.getLogger(RunningService.class);
    /** A part of the 10 s of {@link #close}; the routes take up to 3 s more (RuntimeProperties). */
    private static final Duration POLLS_END_MAX = Duration.ofSeconds(5);

    private final Modules modules;
    private final Main main = new GuardedMain();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();
    private RouteStart routes;

    /** With a context that reaches no more than config/routes.yaml allows. */
    private static final class GuardedMain extends Main {

        @Override
        protected CamelContext createCamelContext() {
            GuardedContext context = new GuardedContext();
            context.getCamelContextExtension().setRegistry(registry);
            return context;
        }
    }

    RunningService(Settings settings, Clock clock, HikariDataSource database) {
        super(Modules.of(settings, clock, database, version()));
        modules = modules();
    }

    /** Starts routes, pool and HTTP. The service owns the database and closes it, also when the start fails. */
    static RunningService start(Settings settings, Clock clock, HikariDataSource database, RunMode mode) {
        return start(settings, clock, database, mode, Map.of());
    }

    /** The same with more beans by name, for tests. */
    static RunningService start(
            Settings settings, Clock clock, HikariDataSource database, RunMode mode, Map<String, Object> more) {
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
        main.setShutdownStrategy(new SimpleMainShutdownStrategy()); // the command line handles signals
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setOverrideProperties(properties);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport starting) {
                ContextSetup setup = new ContextSetup(modules, starting.getCamelContext());
                NamedBeans beans = setup.prepare();
                routes = new RouteStart(modules, (GuardedContext) starting.getCamelContext(), properties, beans);
                main.setRoutesCollector(routes.routes());
                if (mode == RunMode.TIMERS) {
                    setup.open();
                    watch();
                }
            }
        });
        main.start();
        routes.started();
        HttpServer.port(context()).ifPresent(port -> LOG.info("Health and metrics: port {} of {}", port,
                modules.base().settings().of(HttpSettings.class).host()));
    }

    private void watch() {
        try {
            routes.watch((GuardedContext) context());
        } catch (Exception e) {
            throw new IllegalStateException("Watching routes/ did not start: " + e.getMessage(), e);
        }
    }

    /** The version of this build. */
    static String version() {
        String version = RunningService.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
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

    /** Finishes the current windows. Does not wait for a source that does not respond. */
    private void endPolls() {
        try {
            if (!modules.reading.scheduler().stop(POLLS_END_MAX) && context() != null) {
                LOG.warn("{} channel(s) wait for the source, which does not respond; their requests are cancelled "
                        + "and repeated at the next start",
                        modules.reading.scheduler().running());
                modules.source.cutConnections();
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
