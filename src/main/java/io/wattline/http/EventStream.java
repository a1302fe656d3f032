package io.wattline.http;

import io.wattline.export.RunningExports;
import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events for open dashboards. One timer reads the overview for all of them, and only while a dashboard is
 * open; no dashboard holds a thread. It is no Camel route, because a response without end would be an exchange in
 * flight for ever.
 */
public final class EventStream extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int LISTENERS_MAX = 100;
    private static final long TICK_MILLIS = 5_000;
    /** A heartbeat every 15 s, so that no proxy closes the connection. */
    private static final int TICKS_PER_HEARTBEAT = 3;
    private static final Duration EXPORT_IDLE_MAX = Duration.ofMinutes(1);

    private final Overview overview;
    private final RunningExports exports;
    private final AutoCloseable connections;
    private final Clock clock;
    private final Semaphore places = new Semaphore(LISTENERS_MAX);
    private final Set<HttpServerResponse> listeners = ConcurrentHashMap.newKeySet();
    private volatile Overview.Snapshot last;
    private volatile Instant failingSince;
    private final AtomicBoolean reading = new AtomicBoolean();
    private long ticks;
    private Vertx vertx;
    private long timer;

    /**
     * @param exports     the same timer closes those that nobody reads
     * @param connections of the HTTP server; closed when the stream stops
     */
    public EventStream(Overview overview, RunningExports exports, AutoCloseable connections, Clock clock) {
        this.clock = clock;
        this.overview = overview;
        this.exports = exports;
        this.connections = connections;
    }

    /** Starts the timer. */
    void begin(Vertx on) {
        vertx = on;
        timer = on.setPeriodic(TICK_MILLIS, id -> tick());
    }

    /** Sends the overview at once, and then each one that differs from the one before. */
    void listen(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader("Content-Type", "text/event-stream").putHeader("X-Accel-Buffering", "no");
        if (context.request().method() == HttpMethod.HEAD) {
            response.end();
        } else if (places.tryAcquire()) {
            AtomicBoolean leaving = new AtomicBoolean();
            context.addEndHandler(ended -> {
                listeners.remove(response);
                if (leaving.compareAndSet(false, true)) {
                    places.release();
                }
            });
            begin(context, response.setChunked(true));
        } else {
            HttpGuard.send(context, ProblemException.busy("Limit of open event streams reached (" + LISTENERS_MAX
                    + "); GET /api/overview gives the same").response());
        }
    }

    private void begin(RoutingContext context, HttpServerResponse response) {
        vertx.executeBlocking(overview::snapshot, false).onSuccess(snapshot -> {
            listeners.add(response);
            send(response, "retry: 5000\n" + event(snapshot));
        }).onFailure(context::fail);
    }

    /** A read that is slow is not joined by another one. */
    private void tick() {
        boolean isHeartbeat = ++ticks % TICKS_PER_HEARTBEAT == 0;
        if (reading.compareAndSet(false, true)) {
            vertx.executeBlocking(() -> {
                exports.closeIdle(EXPORT_IDLE_MAX);
                return listeners.isEmpty() ? null : overview.snapshot();
            }, false).onComplete(read -> {
                reading.set(false);
                publish(read, isHeartbeat);
            });
        }
    }

    private void publish(AsyncResult<Overview.Snapshot> read, boolean isHeartbeat) {
        Overview.Snapshot snapshot = read.result();
        if (read.failed()) {
            failed(read.cause());
        } else if (snapshot != null && (last == null || !Objects.equals(snapshot.state(), last.state()))) {
            failingSince = null;
            last = snapshot;
            sendAll(event(snapshot));
        } else if (isHeartbeat) {
            sendAll(": heartbeat\n\n");
        }
    }

    /**
     * An open dashboard must not stay green: it learns that its data is old, and gets the overview again afterwards.
     */
    private void failed(Throwable cause) {
        LOG.debug("Open dashboards get no overview: {}", cause.getMessage());
        failingSince = failingSince == null ? clock.instant() : failingSince;
        last = null;
        sendAll("event: unavailable\ndata: " + WebJson.write(Map.of("since", failingSince, "detail",
                cause instanceof SQLException ? "The database does not respond" : "The overview cannot be read"))
                + "\n\n");
    }

    private static String event(Overview.Snapshot snapshot) {
        return "event: overview\ndata: " + snapshot.json() + "\n\n";
    }

    private void sendAll(String text) {
        listeners.forEach(response -> send(response, text));
    }

    /** A listener that does not keep up is disconnected; its browser reconnects. */
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
