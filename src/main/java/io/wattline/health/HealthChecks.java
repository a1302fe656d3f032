package io.wattline.health;

import io.wattline.source.SourceState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;

/** Parts of {@link Health} that work or do not work: database, routes, source, account, spool. */
public final class HealthChecks {

    private static final int DATABASE_WAIT_SECONDS = 5;

    private final CamelContext context;
    private final DataSource database;
    private final SourceState source;
    private final Breaker breaker;
    private final SpoolFolder spool;
    private final Clock clock;
    private CompletableFuture<Optional<String>> databaseCheck;

    public HealthChecks(CamelContext context, DataSource database, SourceState source, SpoolFolder spool, Clock clock) {
        this.context = context;
        this.database = database;
        this.source = source;
        this.breaker = new Breaker(context, source.breakerId());
        this.spool = spool;
        this.clock = clock;
    }

    List<Health.Part> all() {
        return List.of(
                new Health.Part("database", true, this::database),
                new Health.Part("routes", true, this::routes),
                new Health.Part("source", false, this::source),
                new Health.Part("account", false, this::account),
                new Health.Part("spool", false, this::spool));
    }

    /** A pool waits long for a server that wakes up; a health check does not. */
    private Optional<String> database() {
        try {
            return databaseCheck().get(DATABASE_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return Optional.of("no response within " + DATABASE_WAIT_SECONDS + " s");
        } catch (ExecutionException e) {
            return Optional.of("the check itself failed: " + e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the process is stopping");
        }
    }

    /** One check at a time, however many requests wait for it. */
    private synchronized CompletableFuture<Optional<String>> databaseCheck() {
        if (databaseCheck == null || databaseCheck.isDone()) {
            databaseCheck = CompletableFuture.supplyAsync(this::connect);
        }
        return databaseCheck;
    }

    private Optional<String> connect() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(DATABASE_WAIT_SECONDS) ? Optional.empty()
                    : Optional.of("the connection does not respond");
        } catch (SQLException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Optional<String> routes() {
        List<String> stopped = context.getRoutes().stream().map(Route::getRouteId).filter(this::shouldRun)
                .filter(id -> !context.getRouteController().getRouteStatus(id).isStarted()).toList();
        return stopped.isEmpty() ? Optional.empty() : Optional.of("not started: " + stopped);
    }

    private boolean shouldRun(String routeId) {
        return context.getRoute(routeId).isAutoStartup();
    }

    private Optional<String> source() {
        return breaker.state().equals("OPEN")
                ? Optional.of("the circuit breaker is open: the source fails; Wattline tries again by itself")
                : Optional.empty();
    }

    private Optional<String> account() {
        return clock.instant().isBefore(source.refusedUntil())
                ? Optional.of("log-in refused; no request is sent until " + source.refusedUntil()) : Optional.empty();
    }

    private Optional<String> spool() {
        long waiting = spool.waiting();
        return waiting == 0 ? Optional.empty() : Optional.of(waiting + " response(s) wait to be stored");
    }
}
