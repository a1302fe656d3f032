package io.wattline.ops;

import java.util.List;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;

/** Loads a routes file in a context of its own, with the beans and settings of the one that runs, and starts no route. */
public final class RouteCheck {

    private final Properties settings;

    /** @param settings what {@code {{key}}} in the routes stands for */
    public RouteCheck(Properties settings) {
        this.settings = settings;
    }

    /** Throws what is wrong: YAML, an option that does not exist, a bean or a component that nobody knows, a {@code direct:} without a reader. */
    public void check(CamelContext running, Resource resource) throws Exception {
        try (DefaultCamelContext scratch = new DefaultCamelContext(false)) {
            scratch.disableJMX();
            scratch.getCamelContextExtension().setName("route-check");
            scratch.getCamelContextExtension().setRegistry(new DefaultRegistry(running.getRegistry()));
            scratch.getPropertiesComponent().setInitialProperties(settings);
            scratch.setAutoStartup(false);
            PluginHelper.getRoutesLoader(scratch).loadRoutes(resource);
            scratch.start();
            requireReaders(running, scratch);
        }
    }

    private static void requireReaders(CamelContext running, DefaultCamelContext scratch) {
        List<String> here = scratch.getRouteDefinitions().stream().map(RouteCheck::input).toList();
        List<String> unread = scratch.getEndpoints().stream().filter(DirectEndpoint.class::isInstance).map(endpoint -> direct(endpoint.getEndpointUri()))
                .filter(uri -> !here.contains(uri) && !isRead(running, uri)).toList();
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException("no route reads " + unread + "; allowed: the direct: of a route in routes/");
        }
    }

    private static boolean isRead(CamelContext running, String uri) {
        return running.getRoutes().stream().anyMatch(route -> direct(route.getEndpoint().getEndpointUri()).equals(uri));
    }

    private static String input(RouteDefinition route) {
        return direct(route.getInput().getEndpointUri());
    }

    private static String direct(String uri) {
        return uri.replace("direct://", "direct:");
    }

    /** File, line and reason of what went wrong, in one line. */
    public static String reason(Throwable thrown) {
        StringBuilder reason = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = cause instanceof FailedToCreateRouteException failed ? "route " + failed.getRouteId() : cause.getMessage();
            if (message != null && reason.indexOf(message) < 0) {
                reason.append(reason.isEmpty() ? "" : ": ").append(message.replaceAll("\\s+", " ").strip());
            }
        }
        return reason.toString();
    }
}
