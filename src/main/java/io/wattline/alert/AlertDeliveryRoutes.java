package io.wattline.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;

/**
 * One route {@code alert-delivery-to-<name>} for each notification channel of {@code config/alerts.yaml}, also after
 * the file is edited. The route delivers the messages of its channel one after the other until nothing is due or an
 * attempt fails. No channel waits for another.
 */
public final class AlertDeliveryRoutes {

    private final CamelContext context;
    private final NotificationChannels channels;
    private final Outbox outbox;
    private final Map<String, NotificationChannel> running = new HashMap<>();

    public AlertDeliveryRoutes(CamelContext context, NotificationChannels channels, Outbox outbox) {
        this.context = context;
        this.channels = channels;
        this.outbox = outbox;
    }

    /** Adds the routes that are missing and removes those whose channel is gone. */
    public synchronized void update() throws Exception {
        List<NotificationChannel> wanted = channels.all();
        for (NotificationChannel old : List.copyOf(running.values())) {
            if (wanted.stream().noneMatch(channel -> channel.name().equals(old.name()) && channel.type()
                    .equals(old.type()))) {
                context.getRouteController().stopRoute(old.route());
                context.removeRoute(old.route());
                running.remove(old.name());
            }
        }
        for (NotificationChannel channel : wanted) {
            if (running.putIfAbsent(channel.name(), channel) == null) {
                context.addRoutes(route(channel));
            }
        }
    }

    private RouteBuilder route(NotificationChannel channel) {
        return new RouteBuilder(context) {
            @Override
            public void configure() {
                String id = channel.route();
                from("seda:" + id + "?size=1&pollTimeout=200").routeId(id)
                        
                        .description("Delivers messages to " + channel.name() + ".").errorHandler(noErrorHandler())
                        .setBody(constant(Delivery.by(channel))).id(id + "-channel")
                        .loopDoWhile(exchange -> outbox.goesOn(exchange.getMessage().getBody(Delivery.class)))
                        .id(id + "-loop")
                            .to("direct:alert-delivery-attempt").id(id + "-attempt")
                        .end();
            }
        };
    }
}
