package io.wattline.routes;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts routes in the place of those that run: all files of an edit together, and back again where that fails. */
final class RouteTakeover {

    private static final Logger LOG = LoggerFactory.getLogger(RouteTakeover.class);

    private final CamelContext context;
    private final Model model;

    RouteTakeover(CamelContext context) {
        this.context = context;
        model = context.getCamelContextExtension().getContextPlugin(Model.class);
    }

    /** Files of which one side has another text than the other. */
    static Set<Path> changed(Map<Path, String> before, Map<Path, String> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream()).filter(file -> !Objects.equals(before.get(file), after.get(file)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void take(Map<Path, String> before, Map<Path, String> after) throws Exception {
        Set<Path> changed = changed(before, after);
        Set<String> configurations = new TreeSet<>();
        changed.forEach(file -> Stream.of(before, after).filter(texts -> texts.containsKey(file))
                .forEach(texts -> configurations.addAll(RouteCheck.configurations(file, texts.get(file)))));
        try {
            update(changed, after, configurations);
        } catch (Exception e) {
            update(changed, before, configurations);
            throw e;
        }
    }

    /** With the files, those whose routes go by a configuration of them: they take it over only when they are made anew. */
    private void update(Set<Path> changed, Map<Path, String> texts, Set<String> configurations) throws Exception {
        Map<Path, Resource> resources = new LinkedHashMap<>();
        texts.forEach((file, text) -> {
            if (changed.contains(file) || routes(file).anyMatch(route -> configurations.contains(String.valueOf(route.getRouteConfigurationId())))) {
                resources.put(file, ScratchContext.resource(file, text));
            }
        });
        Set<String> gone = changed.stream().flatMap(this::routes).map(RouteDefinition::getId).collect(Collectors.toCollection(TreeSet::new));
        for (RouteConfigurationDefinition old : List.copyOf(model.getRouteConfigurationDefinitions())) {
            if (configurations.contains(old.getId())) {
                model.removeRouteConfiguration(old);
            }
        }
        gone.removeAll(PluginHelper.getRoutesLoader(context).updateRoutes(resources.values()));
        for (String id : gone) {
            context.getRouteController().stopRoute(id);
            context.removeRoute(id);
            LOG.info("Routes: {} is gone from its file and has been removed", id);
        }
    }

    private Stream<RouteDefinition> routes(Path file) {
        return List.copyOf(model.getRouteDefinitions()).stream().filter(route -> isOf(route.getResource(), file));
    }

    private static boolean isOf(Resource resource, Path file) {
        return resource != null && Path.of(resource.getLocation().replaceFirst("^file:", "")).equals(file);
    }
}
