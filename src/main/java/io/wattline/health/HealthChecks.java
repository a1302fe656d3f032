package io.wattline.health;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;

/** Parts of {@link Health} that work or do not work: database, routes, source, account, spool. */
public final class HealthChecks {

    private static final int DATABASE_WAIT_SECONDS = 5;

    private final CamelContext context;
    private final WriteTrial writes;
    private final SourceCheck source;
    private final SpoolFolder spool;
    private CompletableFuture<Optional<String>> databaseCheck;

    HealthChecks(CamelContext context, WriteTrial writes, SourceCheck source, SpoolFolder spool) {
        this.context = context;
        this.writes = writes;
        this.source = source;
        this.spool = spool;
    }

    List<Health.Part> all() {
        List<Health.Part> own = List.of(new Health.Part("database", true, this::database),
                new Health.Part("routes", true, this::routes));
        List<Health.Part> spool = List.of(new Health.Part("spool", false, this::spool));
        return Stream.of(own, source.all(), spool).flatMap(List::stream).toList();
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
            databaseCheck = CompletableFuture.supplyAsync(writes::run);
        }
        return databaseCheck;
    }

    private Optional<String> routes() {
        List<String> stopped = context.getRoutes().stream().map(Route::getRouteId).filter(this::shouldRun)
                .filter(id -> !context.getRouteController().getRouteStatus(id).isStarted()).toList();
        return stopped.isEmpty() ? Optional.empty() : Optional.of("not started: " + stopped);
    }

    private boolean shouldRun(String routeId) {
        return context.getRoute(routeId).isAutoStartup();
    }

    private Optional<String> spool() {
        long waiting = spool.waiting();
        return waiting == 0 ? Optional.empty() : Optional.of(waiting + " response(s) wait to be stored");
    }
}
