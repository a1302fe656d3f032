package io.wattline.routes;

import io.wattline.routes.RouteComplaint.Heard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.sql.SqlComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Registry;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Loads routes in a Camel context of its own, starts none of them, and hears what Camel says. */
final class ScratchContext {

    private final Properties settings;
    private final Registry beans;

    ScratchContext(Properties settings, Registry beans) {
        this.settings = settings;
        this.beans = beans;
    }

    /** Camel says one thing at a time: what it has complained of is left out, and it is asked again. */
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
            context.getComponent("sql", SqlComponent.class).setDataSource(beans.lookupByNameAndType("dataSource", DataSource.class));
            context.getComponent("quartz", QuartzComponent.class).setAutoStartScheduler(false);
            for (Map.Entry<Path, String> each : texts.entrySet()) {
                loadFile(context, each.getKey(), each.getValue(), without, complaints);
            }
            for (RouteDefinition route : List.copyOf(context.getRouteDefinitions())) {
                if (without.contains(route.getId())) {
                    context.removeRouteDefinition(route);
                }
            }
            context.start();
        }
    }

    private static void loadFile(DefaultCamelContext context, Path file, String text, Set<String> without, List<Heard> complaints) {
        try {
            PluginHelper.getRoutesLoader(context).loadRoutes(resource(file, text));
        } catch (Exception e) {
            if (without.add(file.toString())) {
                complaints.add(RouteComplaint.of(file.getFileName().toString(), text, e));
            }
        }
    }

    private static Heard complaint(Map<Path, String> texts, String route, Exception thrown) {
        return texts.entrySet().stream().filter(each -> RouteComplaint.hasRoute(each.getValue(), route)).findFirst()
                .map(each -> RouteComplaint.of(each.getKey().getFileName().toString(), each.getValue(), thrown)).orElseGet(() -> RouteComplaint.of(thrown));
    }

    static Resource resource(Path file, String text) {
        return ResourceHelper.fromString("file:" + file, text);
    }
}
