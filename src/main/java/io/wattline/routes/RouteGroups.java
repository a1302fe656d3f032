package io.wattline.routes;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteBuilderLifecycleStrategy;
import org.apache.camel.model.Model;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;

/**
 * Gives each route its group: the name of its file. A route that Java makes belongs to the file whose name its id
 * begins with. A templated route belongs to the file that holds it, not to that of its template; Camel drops its file,
 * and does not put the parameters into its description.
 */
public final class RouteGroups extends ModelLifecycleStrategySupport implements RouteBuilderLifecycleStrategy {

    private final Map<String, Resource> templated = new ConcurrentHashMap<>();
    private final Set<String> files = ConcurrentHashMap.newKeySet();

    /** Before the routes are loaded. */
    public static void give(CamelContext context) {
        RouteGroups groups = new RouteGroups();
        context.getRegistry().bind("routeGroups", RouteBuilderLifecycleStrategy.class, groups);
        context.getCamelContextExtension().getContextPlugin(Model.class).addModelLifecycleStrategy(groups);
    }

    @Override
    public void afterConfigure(RouteBuilder file) {
        if (file.getResource() != null) {
            file.getTemplatedRouteCollection().getTemplatedRoutes().stream().filter(route -> route.getRouteId() != null)
                    .forEach(route -> templated.put(route.getRouteId(), file.getResource()));
        }
    }

    @Override
    public void onAddRouteDefinition(RouteDefinition route) {
        if (Boolean.TRUE.equals(route.isTemplate()) && templated.containsKey(route.getRouteId())) {
            route.setResource(templated.get(route.getRouteId()));
            route.setDescription(described(route.getDescription(), route.getTemplateParameters()));
        }
        if (route.getGroup() == null) {
            route.setGroup(group(route.getResource(), route.getRouteId()));
        }
    }

    private static String described(String description, Map<String, Object> parameters) {
        String described = description;
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
            described = described == null
                    ? null
                    : described.replace("{{" + parameter.getKey() + "}}", String.valueOf(parameter.getValue()));
        }
        return described;
    }

    private String group(Resource file, String id) {
        if (file != null && file.getLocation().endsWith(RouteTexts.ENDING)) {
            String group = file.getLocation().replaceFirst("^.*[/:]", "").replace(RouteTexts.ENDING, "");
            files.add(group);
            return group;
        }
        return files.stream().filter(group -> id.startsWith(group + "-")).max(Comparator.comparing(String::length))
                .orElseGet(() -> id.replaceFirst("-.*", ""));
    }
}
