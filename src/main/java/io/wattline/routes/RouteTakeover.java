package io.wattline.routes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces running routes by edited ones: all files of an edit together, and back again where that fails. */
final class RouteTakeover {

    private static final Logger LOG = LoggerFactory.getLogger(RouteTakeover.class);

    private final CamelContext context;
    private final Model model;

    RouteTakeover(CamelContext context) {
        this.context = context;
        model = context.getCamelContextExtension().getContextPlugin(Model.class);
    }

    /** Files whose text differs between both sides. */
    static Set<Path> changed(Map<Path, String> before, Map<Path, String> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(file -> !Objects.equals(before.get(file), after.get(file)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void take(Map<Path, String> before, Map<Path, String> after) throws Exception {
        Set<Path> changed = changed(before, after);
        SharedParts shared = new SharedParts();
        changed.forEach(file -> Stream.of(before, after)
                .filter(texts -> texts.containsKey(file))
                .forEach(texts -> shared.add(file, texts.get(file))));
        try {
            update(changed, after, shared);
        } catch (Exception e) {
            update(changed, before, shared);
            throw e;
        }
    }

    /**
     * With the files those whose routes use a configuration or a template of them: routes take these over only when
     * they are made anew.
     */
    private void update(Set<Path> changed, Map<Path, String> texts, SharedParts shared) throws Exception {
        SharedParts old = new SharedParts();
        Map<Path, Resource> resources = toLoad(changed, texts, shared, old);
        Set<Path> affected = new TreeSet<>(changed);
        affected.addAll(resources.keySet());
        shared.removeFrom(model);
        old.removeFrom(model);
        Set<String> gone = ids(affected);
        Collection<RoutesBuilder> builders =
                PluginHelper.getRoutesLoader(context).findRoutesBuilders(resources.values());
        for (RoutesBuilder builder : builders) {
            ((RouteConfigurationsBuilder) builder).addRouteConfigurationsToCamelContext(context);
        }
        for (RoutesBuilder builder : builders) {
            gone.removeAll(builder.updateRoutesToCamelContext(context));
        }
        remove(gone);
        for (RoutesBuilder builder : builders) {
            builder.addTemplatedRoutesToCamelContext(context);
        }
        gone.stream().filter(id -> context.getRoute(id) == null).forEach(id -> LOG.info("Routes: {} is no longer in "
                + "any file and has been removed", id));
    }

    private Set<String> ids(Set<Path> files) {
        return files.stream()
                .flatMap(this::routes)
                .map(RouteDefinition::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param old takes what the files define: it stands in the model already */
    private static Map<Path, Resource> toLoad(
            Set<Path> changed, Map<Path, String> texts, SharedParts shared, SharedParts old) {
        Map<Path, Resource> resources = new LinkedHashMap<>();
        List<RouteFile> files = texts.entrySet().stream()
                .map(each -> RouteFile.parse(each.getKey().toString(), each.getValue()))
                .toList();
        for (RouteFile each : RouteFile.withTemplatedRoutes(files)) {
            Path file = Path.of(each.name());
            if (changed.contains(file) || shared.areUsedBy(each)) {
                resources.put(file, ScratchContext.resource(file, texts.get(file)));
                old.add(each);
            }
        }
        return resources;
    }

    private void remove(Set<String> routes) throws Exception {
        for (String id : new ArrayList<>(routes)) {
            context.getRouteController().stopRoute(id);
            context.removeRoute(id);
        }
    }

    private Stream<RouteDefinition> routes(Path file) {
        return List.copyOf(model.getRouteDefinitions()).stream()
                .filter(route -> isOf(route.getResource(), Set.of(file)));
    }

    private static boolean isOf(Resource resource, Set<Path> files) {
        return resource != null && files.contains(Path.of(resource.getLocation().replaceFirst("^file:", "")));
    }
}
