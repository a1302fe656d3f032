package io.wattline.ops;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * Loads an edited routes file together with all that run in a context of its own, with the beans and settings of the one that runs, and starts
 * no route there.
 */
public final class RouteCheck {

    private final Properties settings;
    private final Set<String> entries;

    /**
     * @param settings what {@code {{key}}} in the routes stands for
     * @param entries  {@code direct:} endpoints to which the program itself sends: they must stay
     */
    public RouteCheck(Properties settings, Set<String> entries) {
        this.settings = settings;
        this.entries = Set.copyOf(entries);
    }

    /**
     * Throws what is wrong: YAML, an option that does not exist, a bean or a component that nobody knows, a {@code direct:} without a reader, an id that
     * stands in two files.
     *
     * @param running texts of the files that run
     * @return ids of the route configurations in the edited file
     */
    Set<String> check(CamelContext context, Map<Path, String> running, Path edited, String text) throws Exception {
        try (DefaultCamelContext scratch = new DefaultCamelContext(false)) {
            scratch.disableJMX();
            scratch.getCamelContextExtension().setName("route-check");
            scratch.getCamelContextExtension().setRegistry(new DefaultRegistry(context.getRegistry()));
            scratch.getPropertiesComponent().setInitialProperties(settings);
            scratch.setAutoStartup(false);
            for (Map.Entry<Path, String> each : running.entrySet()) {
                if (!each.getKey().equals(edited)) {
                    load(scratch, each.getKey(), each.getValue());
                }
            }
            Set<String> configurations = configurations(scratch);
            Map<String, Resource> others = scratch.getRouteDefinitions().stream().collect(Collectors.toMap(RouteDefinition::getId, RouteDefinition::getResource));
            load(scratch, edited, text);
            requireOwnIds(scratch, others);
            requireConfigurations(scratch);
            scratch.start();
            requireReaders(scratch);
            Set<String> own = configurations(scratch);
            own.removeAll(configurations);
            return own;
        }
    }

    private static Set<String> configurations(DefaultCamelContext scratch) {
        return scratch.getRouteConfigurationDefinitions().stream().map(RouteConfigurationDefinition::getId).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void load(DefaultCamelContext scratch, Path file, String text) throws Exception {
        PluginHelper.getRoutesLoader(scratch).loadRoutes(resource(file, text));
    }

    static Resource resource(Path file, String text) {
        return ResourceHelper.fromString("file:" + file, text);
    }

    /** Camel would silently take the other file's route away. */
    private static void requireOwnIds(DefaultCamelContext scratch, Map<String, Resource> others) {
        for (RouteDefinition route : scratch.getRouteDefinitions()) {
            Resource before = others.get(route.getId());
            if (before != null && before != route.getResource()) {
                throw new IllegalArgumentException("route id '" + route.getId() + "' stands in " + Path.of(before.getLocation()).getFileName()
                        + " already; allowed: an id that no other route has");
            }
        }
    }

    /** Camel would silently go without. */
    private static void requireConfigurations(DefaultCamelContext scratch) {
        Set<String> known = configurations(scratch);
        for (RouteDefinition route : scratch.getRouteDefinitions()) {
            if (route.getRouteConfigurationId() != null && !known.contains(route.getRouteConfigurationId())) {
                throw new IllegalArgumentException("routeConfigurationId '" + route.getRouteConfigurationId() + "' of route " + route.getId()
                        + " is defined nowhere; allowed: " + known);
            }
        }
    }

    private void requireReaders(DefaultCamelContext scratch) {
        Set<String> read = scratch.getRouteDefinitions().stream().map(route -> name(route.getInput().getEndpointUri())).collect(Collectors.toSet());
        Set<String> sent = new TreeSet<>(entries);
        scratch.getEndpoints().stream().filter(endpoint -> endpoint instanceof DirectEndpoint || endpoint instanceof SedaEndpoint)
                .forEach(endpoint -> sent.add(name(endpoint.getEndpointUri())));
        List<String> unread = sent.stream().filter(uri -> !read.contains(uri)).toList();
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException("no route reads " + String.join(", ", unread) + "; allowed: what a route in routes/ reads");
        }
    }

    private static String name(String uri) {
        return uri.replace("://", ":").replaceFirst("\\?.*", "");
    }

    /** Reason of what went wrong, in one line. */
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
