package io.wattline.routes;

import io.wattline.routes.RouteComplaint.Heard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.sql.SqlComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Registry;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Loads routes in a Camel context of its own, starts none of them, and collects what Camel complains of. */
final class ScratchContext {

    private final Properties settings;
    private final Registry beans;

    ScratchContext(Properties settings, Registry beans) {
        this.settings = settings;
        this.beans = beans;
    }

    /** Camel reports one mistake at a time: the part with the mistake is left out, and the rest is loaded again. */
    List<Heard> complaints(Map<Path, String> texts) {
        List<Heard> complaints = new ArrayList<>();
        Set<String> without = new HashSet<>();
        boolean again = true;
        while (again) {
            try {
                load(texts, without, complaints);
                again = false;
            } catch (Exception e) {
                String route = RouteComplaint.route(e);
                again = route != null && without.add(route);
                complaints.add(route == null ? RouteComplaint.of(e) : complaint(texts, route, e));
            }
        }
        return complaints;
    }

    private void load(Map<Path, String> texts, Set<String> without, List<Heard> complaints) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext(false)) {
            context.disableJMX();
            context.getCamelContextExtension().setName("route-check");
            context.getCamelContextExtension().setRegistry(new DefaultRegistry(beans));
            context.getPropertiesComponent().setInitialProperties(settings);
            context.setAutoStartup(false);
            context.getComponent("sql", SqlComponent.class)
                    .setDataSource(beans.lookupByNameAndType("dataSource", DataSource.class));
            context.getComponent("quartz", QuartzComponent.class).setAutoStartScheduler(false);
            loadFiles(context, texts, without, complaints);
            for (RouteDefinition route : List.copyOf(context.getRouteDefinitions())) {
                if (without.contains(route.getId())) {
                    context.removeRouteDefinition(route);
                }
            }
            context.start();
        }
    }

    /**
     * As Camel does at a start: configurations, then routes and templates, then the routes that are made of templates.
     */
    private static void loadFiles(
            DefaultCamelContext context, Map<Path, String> texts, Set<String> without, List<Heard> complaints) {
        Map<Path, RoutesBuilder> builders = new LinkedHashMap<>();
        Loading loading = new Loading(texts, builders, without, complaints);
        texts.forEach((file, text) -> loading.attempt(
                file,
                () -> builders.put(
                        file,
                        PluginHelper.getRoutesLoader(context)
                                .findRoutesBuilders(List.of(resource(file, text)))
                                .iterator()
                                .next())));
        loading.each(builder -> context.addRoutesConfigurations((RouteConfigurationsBuilder) builder));
        loading.each(context::addRoutes);
        loading.each(context::addTemplatedRoutes);
    }

    /**
     * One phase after the other over all files. A file that fails is complained of once and takes no part in what comes
     * after.
     */
    private record Loading(
            Map<Path, String> texts, Map<Path, RoutesBuilder> builders, Set<String> without, List<Heard> complaints) {

        void each(Phase phase) {
            List.copyOf(builders.keySet()).forEach(file -> attempt(file, () -> phase.take(builders.get(file))));
        }

        void attempt(Path file, Step step) {
            try {
                step.run();
            } catch (Exception e) {
                builders.remove(file);
                if (without.add(file.toString())) {
                    complaints.add(RouteComplaint.of(file.getFileName().toString(), texts.get(file), e));
                }
            }
        }
    }

    private interface Phase {

        void take(RoutesBuilder builder) throws Exception;
    }

    private interface Step {

        void run() throws Exception;
    }

    private static Heard complaint(Map<Path, String> texts, String route, Exception thrown) {
        return texts.entrySet().stream()
                .filter(each -> RouteComplaint.hasRoute(each.getValue(), route))
                .findFirst()
                .map(each -> RouteComplaint.of(each.getKey().getFileName().toString(), each.getValue(), thrown))
                .orElseGet(() -> RouteComplaint.of(thrown));
    }

    static Resource resource(Path file, String text) {
        return ResourceHelper.fromString("file:" + file, text);
    }
}
