package io.wattline.alert;

import org.apache.camel.Predicate;
import org.apache.camel.builder.RouteBuilder;

/**
 * The route of one way: {@code alerts-deliver-<name>} takes the messages of its way out of the outbox, one after the other, until nothing is due or a try fails. The next
 * turn begins with what was never tried, so one message that nobody takes holds up no other; and no way holds up another.
 */
public final class AlertDelivery extends RouteBuilder {

    private final NotificationChannel channel;
    private final Outbox outbox;

    public AlertDelivery(NotificationChannel channel, Outbox outbox) {
        this.channel = channel;
        this.outbox = outbox;
    }

    @Override
    public void configure() {
        String id = channel.route();
        Predicate goesOn = exchange -> exchange.getProperty("goesOn", true, Boolean.class) && !outbox.isHeld(channel.name());
        from("seda:" + id + "?size=1&pollTimeout=200").routeId(id).description("Messages to " + channel.name() + ".").errorHandler(noErrorHandler())
                .setProperty("way", constant(channel.name())).id(id + "-way")
                .setProperty("target", constant("direct:" + channel.target())).id(id + "-target")
                .loopDoWhile(goesOn).id(id + "-loop")
                    .to("direct:alerts-attempt").id(id + "-attempt")
                .end();
    }
}
