package io.wattline.health;

import io.wattline.eniscope.Session;
import java.nio.file.Path;
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
import org.apache.camel.component.resilience4j.ResilienceProcessor;

/** What can be wrong with a running Wattline, part by part. */
public final class HealthParts {

    private static final int DATABASE_ANSWER_SECONDS = 5;

    private final CamelContext context;
    private final DataSource database;
    private final Session session;
    private final Backlog backlog;
    private final Clock clock;
    private CompletableFuture<Optional<String>> question;

    public HealthParts(CamelContext context, DataSource database, Session session, Path spool, Clock clock) {
        this.context = context;
        this.database = database;
        this.session = session;
        this.backlog = new Backlog(spool);
        this.clock = clock;
    }

    public List<Health.Part> all() {
        return List.of(
                new Health.Part("database", true, this::database),
                new Health.Part("routes", true, this::routes),
                new Health.Part("source", false, this::source),
                new Health.Part("account", false, this::account),
                new Health.Part("spool", false, this::spool));
    }

    /** State of the circuit breaker in front of the source: CLOSED, OPEN, HALF_OPEN. */
    public String breaker() {
        ResilienceProcessor breaker = context.getProcessor("api-breaker", ResilienceProcessor.class);
        return breaker == null ? "UNKNOWN" : breaker.getCircuitBreakerState();
    }

    /** A pool waits long for a server that wakes; who asks for health does not. */
    private Optional<String> database() {
        try {
            return question().get(DATABASE_ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return Optional.of("no answer within " + DATABASE_ANSWER_SECONDS + " s");
        } catch (ExecutionException e) {
            return Optional.of("the check itself failed: " + e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the process stops");
        }
    }

    /** However many ask, one question is under way. */
    private synchronized CompletableFuture<Optional<String>> question() {
        if (question == null || question.isDone()) {
            question = CompletableFuture.supplyAsync(this::askDatabase);
        }
        return question;
    }

    private Optional<String> askDatabase() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(DATABASE_ANSWER_SECONDS) ? Optional.empty() : Optional.of("a connection that answers nothing");
        } catch (SQLException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Optional<String> routes() {
        List<String> stopped = context.getRoutes().stream().map(Route::getRouteId)
                .filter(id -> context.getRoute(id).isAutoStartup() && !context.getRouteController().getRouteStatus(id).isStarted()).toList();
        return stopped.isEmpty() ? Optional.empty() : Optional.of("not started: " + stopped);
    }

    private Optional<String> source() {
        String state = breaker();
        return state.equals("OPEN") ? Optional.of("the circuit breaker is open: the source fails; it is asked again by itself") : Optional.empty();
    }

    private Optional<String> account() {
        return clock.instant().isBefore(session.refusedUntil())
                ? Optional.of("log-in refused; nothing is asked until " + session.refusedUntil()) : Optional.empty();
    }

    private Optional<String> spool() {
        long waiting = backlog.waiting();
        return waiting == 0 ? Optional.empty() : Optional.of(waiting + " answer(s) wait to be stored");
    }
}
