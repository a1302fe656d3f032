package io.wattline.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of the HTTP server. Their number is limited, in all and for one address, and a request that does not
 * arrive in time ends its connection, so that slow senders block nobody.
 */
final class OpenConnections {

    private static final Logger LOG = LoggerFactory.getLogger(OpenConnections.class);
    /** How long a connection may wait for its next request. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);
    private static final int WARNINGS_PER_MINUTE = 1;

    private final HttpSettings limits;
    private final MinuteLimit warnings;
    private final Map<HttpConnection, Deadline> deadlines = new ConcurrentHashMap<>();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

    OpenConnections(HttpSettings limits, Clock clock) {
        this.limits = limits;
        this.warnings = new MinuteLimit(WARNINGS_PER_MINUTE, clock);
    }

    /** Closes a connection beyond the limits; the first request of any other must arrive in time. */
    void opened(HttpConnection connection) {
        String address = connection.remoteAddress().hostAddress();
        int ofAddress = byAddress.merge(address, 1, Integer::sum);
        Deadline deadline = new Deadline(Vertx.currentContext().owner(), connection);
        deadlines.put(connection, deadline);
        connection.closeHandler(closed -> {
            deadline.cancel();
            deadlines.remove(connection);
            byAddress.computeIfPresent(address, (key, open) -> open == 1 ? null : open - 1);
        });
        if (ofAddress > limits.connectionsPerAddressMax() || deadlines.size() > limits.connectionsMax()) {
            refuse(connection, address, ofAddress);
        } else {
            deadline.begin(limits.requestTimeout());
        }
    }

    private void refuse(HttpConnection connection, String address, int ofAddress) {
        if (warnings.allow()) {
            LOG.warn("HTTP: a connection of {} was closed at once: {} of this address and {} in all are open; allowed: "
                    + "{} (wattline.http.connections-per-address-max) and {} (wattline.http.connections-max)", address,
                    ofAddress, deadlines.size(), limits.connectionsPerAddressMax(), limits.connectionsMax());
        }
        connection.close();
    }

    /** The headers of a request are here. Its body must arrive in time, and so must the next request. */
    void received(RoutingContext context) {
        Deadline deadline = deadlines.get(context.request().connection());
        if (deadline != null) {
            deadline.begin(limits.requestTimeout());
            context.addEndHandler(ended -> deadline.begin(KEEP_ALIVE));
            context.request().end().onComplete(read -> {
                if (!context.response().ended()) {
                    deadline.cancel();
                }
            });
        }
    }

    /** The time by which the next thing must happen on a connection. */
    private static final class Deadline {

        private static final long NONE = -1;

        private final Vertx vertx;
        private final HttpConnection connection;
        private long timer = NONE;

        Deadline(Vertx vertx, HttpConnection connection) {
            this.vertx = vertx;
            this.connection = connection;
        }

        synchronized void begin(Duration time) {
            cancel();
            timer = vertx.setTimer(time.toMillis(), late -> connection.close());
        }

        synchronized void cancel() {
            if (timer != NONE) {
                vertx.cancelTimer(timer);
                timer = NONE;
            }
        }
    }
}
