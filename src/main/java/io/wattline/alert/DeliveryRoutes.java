package io.wattline.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;

/** Keeps one route for each channel of {@code config/alerts.yaml}, also when the file is edited. */
public final class DeliveryRoutes {

    private final CamelContext context;
    private final Evaluations rounds;
    private final Outbox outbox;
    private final Map<String, NotificationChannel> running = new HashMap<>();

    public DeliveryRoutes(CamelContext context, Evaluations rounds, Outbox outbox) {
        this.context = context;
        this.rounds = rounds;
        this.outbox = outbox;
    }

    /** Makes the routes that are missing and takes away those that nobody wants any more. */
    public synchronized void ensure() throws Exception {
        List<NotificationChannel> wanted = rounds.channels();
        for (NotificationChannel old : List.copyOf(running.values())) {
            if (wanted.stream().noneMatch(channel -> channel.name().equals(old.name()) && channel.type().equals(old.type()))) {
                context.getRouteController().stopRoute(old.route());
                context.removeRoute(old.route());
                running.remove(old.name());
            }
        }
        for (NotificationChannel channel : wanted) {
            if (running.putIfAbsent(channel.name(), channel) == null) {
                context.addRoutes(new AlertDelivery(channel, outbox));
            }
        }
    }
}
