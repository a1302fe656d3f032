package io.wattline.app;

import static org.awaitility.Awaitility.await;

import io.wattline.deadletter.Replay;
import io.wattline.lab.simulator.Simulator;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.SyncRequest;
import io.wattline.reading.SyncResult;
import io.wattline.settings.Settings;
import io.wattline.testing.RouteCoverage;
import io.wattline.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.seda.SedaEndpoint;

/**
 * The real service with the routes of this checkout, a simulated source and a real PostgreSQL. Without timers a test
 * drives the routes itself: {@code sync()}, {@code request("direct:eniscope-ask", ...)}. Back-offs and time-outs are
 * short, and of the timers only those run whose cron the test sets: what happens must not depend on the minute of the
 * hour at which the test runs. Everything else is as in production.
 */
public final class WattlineUnderTest implements AutoCloseable {

    /** A cron whose turn does not come. */
    public static final String NEVER = "0 0 0 1 1 ? 2099";

    private final Simulator simulator;
    private final TestDatabase database;
    private final Supplier<RunningService> starter;
    private RunningService service;

    private WattlineUnderTest(Simulator simulator, TestDatabase database, Supplier<RunningService> starter) {
        this.simulator = simulator;
        this.database = database;
        this.starter = starter;
        this.service = starter.get();
    }

    /** Stops the service and starts it anew on the same database and source. */
    public void restart() {
        service.close();
        service = starter.get();
    }

    /** No timers, no HTTP. */
    public static WattlineUnderTest start(SimulatorSettings source, Clock clock, Map<String, String> settings) {
        return start(source, clock, settings, RunMode.ONCE);
    }

    public static WattlineUnderTest start(
            SimulatorSettings source, Clock clock, Map<String, String> settings, RunMode mode) {
        return start(Path.of("").toAbsolutePath(), source, clock, settings, mode, Map.of());
    }

    /** With routes and config of another folder, and more beans by name, such as an intercept strategy. */
    public static WattlineUnderTest start(
            Path home,
            SimulatorSettings source,
            Clock clock,
            Map<String, String> settings,
            RunMode mode,
            Map<String, Object> more) {
        Simulator simulator = Simulator.start(source);
        TestDatabase database = TestDatabase.migrated();
        Settings all = settings(home, simulator, database, settings);
        Map<String, Object> beans = new HashMap<>(more);
        beans.put("routeCoverage", new RouteCoverage());
        return new WattlineUnderTest(
                simulator,
                database,
                () -> RunningService.start(all, clock, new ServiceLauncher().openDatabase(all), mode, beans));
    }

    /**
     * A second service beside this one, as another process would be: the same source and the same database. The first
     * one closes both.
     */
    public WattlineUnderTest beside(Clock clock, Map<String, String> settings) {
        Settings all = settings(Path.of("").toAbsolutePath(), simulator, database, settings);
        RunningService other = RunningService.start(
                all,
                clock,
                new ServiceLauncher().openDatabase(all),
                RunMode.ONCE,
                Map.of("routeCoverage", new RouteCoverage()));
        return new WattlineUnderTest(null, null, () -> other);
    }

    /** The real launcher, for a command line. */
    public static Launcher launcher() {
        return new ServiceLauncher();
    }

    private static Settings settings(Path home, Simulator simulator, TestDatabase database, Map<String, String> more) {
        Map<String, String> overrides = new HashMap<>(Map.of(
                "eniscope.api.url", simulator.url(),
                "eniscope.api.key", simulator.settings().credentials().apiKey(),
                "eniscope.email", simulator.settings().credentials().email(),
                "eniscope.password", simulator.settings().credentials().password(),
                "database.url", database.url(),
                "api.requests-per-second", "1000",
                "api.retry.delay", "20ms",
                "api.retry.delay-max", "100ms",
                "wattline.http.port", "0"));
        overrides.put("api.response-timeout", "2s");
        overrides.put("api.breaker.wait", "1s");
        overrides.put("readings.sync.pause", "50ms");
        overrides.put("readings.sync.attempts", "1");
        overrides.put("spool.directory", "target/spool-" + System.nanoTime());
        overrides.put("spool.delay", "200ms");
        overrides.put("routes.last-good", "target/routes-last-good-" + System.nanoTime());
        Settings shipped = WattlineSettings.load(home, "prod", Map.of());
        shipped.openProperties().stringPropertyNames().stream()
                .filter(key -> key.endsWith(".cron"))
                .forEach(cron -> overrides.put(cron, NEVER));
        overrides.putAll(more);
        return shipped.with(overrides);
    }

    public Simulator simulator() {
        return simulator;
    }

    public TestDatabase database() {
        return database;
    }

    public CamelContext context() {
        return service.context();
    }

    /**
     * Waits until no route has anything in hand and nothing waits in a queue between routes: what has been begun is
     * done, and the tables are at rest.
     */
    public void awaitIdle() {
        await("nothing is on its way").until(() -> queued() == 0 && context().getInflightRepository().size() == 0);
    }

    private int queued() {
        return context().getEndpoints().stream()
                .filter(SedaEndpoint.class::isInstance)
                .mapToInt(queue -> ((SedaEndpoint) queue).getQueue().size())
                .sum();
    }

    /** What is due, metadata first. */
    public SyncResult sync() {
        return sync(new SyncRequest(null, List.of(), null));
    }

    public SyncResult sync(SyncRequest request) {
        return service.sync(request, progress -> { });
    }

    /** Sends a body to a route and gives what comes back; throws what the route throws, as Camel wraps it. */
    public Object request(String route, Object body) {
        return request(route, body, Map.of());
    }

    public Object request(String route, Object body, Map<String, Object> headers) {
        try (ProducerTemplate template = context().createProducerTemplate()) {
            return template.requestBodyAndHeaders(route, body, headers);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The way by which a dead letter goes through the pipeline again. */
    public Replay replay() {
        return service.replay();
    }

    Service service() {
        return service;
    }

    /** Rows of a query, column names as keys. */
    public List<Map<String, Object>> rows(String sql, Object... arguments) {
        return database.maps(sql, arguments);
    }

    /** The one value of a query. */
    public Object value(String sql, Object... arguments) {
        return rows(sql, arguments).get(0).values().iterator().next();
    }

    @Override
    public void close() {
        service.close();
        if (database != null) {
            database.close();
            simulator.close();
        }
    }
}
