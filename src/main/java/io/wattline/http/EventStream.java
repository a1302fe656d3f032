package io.wattline.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events for whoever has the dashboard open. One timer looks for all of them, and only while somebody listens; none of them takes a thread. It is no
 * Camel route, since an answer without end would be an exchange in flight for ever.
 */
public final class EventStream extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int LISTENERS_MAX = 100;
    private static final long LOOK_MILLIS = 5_000;
    /** Every 15 s, so that nobody on the way takes the connection for dead. */
    private static final int LOOKS_PER_HEARTBEAT = 3;
    private static final Duration EXPORT_IDLE_MAX = Duration.ofMinutes(1);

    private final Overview overview;
    private final Exports exports;
    private final AutoCloseable connections;
    private final Set<HttpServerResponse> listeners = ConcurrentHashMap.newKeySet();
    private volatile Overview.Seen last;
    private long looks;
    private Vertx vertx;
    private long timer;

    /**
     * @param exports     those that nobody reads any more are ended by the same timer
     * @param connections of the HTTP side, closed in the end
     */
    public EventStream(Overview overview, Exports exports, AutoCloseable connections) {
        this.overview = overview;
        this.exports = exports;
        this.connections = connections;
    }

    /** Begins to look. */
    void begin(Vertx on) {
        vertx = on;
        timer = on.setPeriodic(LOOK_MILLIS, tick -> look());
    }

    /** Somebody wants to hear: the overview at once, then each one that is different. */
    void listen(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (listeners.size() >= LISTENERS_MAX) {
            HttpGuard.tell(context, ProblemException.busy(LISTENERS_MAX + " listen already; /api/overview says the same").answer());
            return;
        }
        response.setChunked(true).putHeader("Content-Type", "text/event-stream").putHeader("X-Accel-Buffering", "no");
        if (context.request().method() == HttpMethod.HEAD) {
            response.end();
            return;
        }
        response.closeHandler(closed -> listeners.remove(response));
        vertx.executeBlocking(overview::seen, false).onSuccess(seen -> {
            listeners.add(response);
            send(response, "retry: 5000\n" + event(seen));
        }).onFailure(context::fail);
    }

    private void look() {
        boolean beat = ++looks % LOOKS_PER_HEARTBEAT == 0;
        vertx.executeBlocking(() -> {
            exports.closeIdle(EXPORT_IDLE_MAX);
            return listeners.isEmpty() ? null : overview.seen();
        }, false).onComplete(looked -> {
            if (looked.failed()) {
                LOG.debug("Nothing is told to those who listen: {}", looked.cause().getMessage());
            }
            Overview.Seen seen = looked.result();
            if (seen != null && (last == null || !Objects.equals(seen.state(), last.state()))) {
                last = seen;
                tell(event(seen));
            } else if (beat) {
                tell(": still here\n\n");
            }
        });
    }

    private static String event(Overview.Seen seen) {
        return "event: overview\ndata: " + seen.json() + "\n\n";
    }

    private void tell(String text) {
        listeners.forEach(response -> send(response, text));
    }

    /** Who does not keep up is let go and asks again. */
    private void send(HttpServerResponse response, String text) {
        if (response.closed() || response.writeQueueFull()) {
            listeners.remove(response);
            response.reset();
        } else {
            response.write(text);
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (vertx != null) {
            vertx.cancelTimer(timer);
        }
        listeners.forEach(HttpServerResponse::end);
        listeners.clear();
        connections.close();
    }
}
