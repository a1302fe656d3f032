package io.wattline.ops;

import io.wattline.alert.AlertDelivery;
import io.wattline.alert.AlertRounds;
import io.wattline.alert.DeliveryChannel;
import io.wattline.alert.Outbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;

/** Keeps one route for each channel of {@code config/alerts.yaml}, also when the file is edited. */
public final class DeliveryRoutes {

    private final CamelContext context;
    private final AlertRounds rounds;
    private final Outbox outbox;
    private final Map<String, DeliveryChannel> running = new HashMap<>();

    public DeliveryRoutes(CamelContext context, AlertRounds rounds, Outbox outbox) {
        this.context = context;
        this.rounds = rounds;
        this.outbox = outbox;
    }

    /** Makes the routes that are missing and takes away those that nobody wants any more. */
    public synchronized void ensure() throws Exception {
        List<DeliveryChannel> wanted = rounds.channels();
        for (DeliveryChannel old : List.copyOf(running.values())) {
            if (wanted.stream().noneMatch(channel -> channel.name().equals(old.name()) && channel.type().equals(old.type()))) {
                context.getRouteController().stopRoute(old.route());
                context.removeRoute(old.route());
                running.remove(old.name());
            }
        }
        for (DeliveryChannel channel : wanted) {
            if (running.putIfAbsent(channel.name(), channel) == null) {
                context.addRoutes(new AlertDelivery(channel, outbox));
            }
        }
    }
}
