package io.wattline.routes;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteTemplateDefinition;

/** What files define for the routes of other files: route configurations and templates. */
final class SharedParts {

    private final Set<String> configurations = new TreeSet<>();
    private final Set<String> templates = new TreeSet<>();
    private boolean hasDefault;

    void add(Path path, String text) {
        add(RouteFile.parse(path.toString(), text));
    }

    void add(RouteFile file) {
        file.steps("routeTemplate").forEach(template -> template.id().ifPresent(templates::add));
        file.steps("routeConfiguration")
                .forEach(each -> each.id().ifPresentOrElse(configurations::add, () -> hasDefault = true));
    }

    /** Whether a route of the file, templated ones included, uses one of them. */
    boolean areUsedBy(RouteFile file) {
        return file.steps("templatedRoute").stream().anyMatch(route -> route.text("routeTemplateRef")
                        .filter(templates::contains)
                        .isPresent())
                || file.routes().anyMatch(this::areUsedBy);
    }

    /** Camel's own removal of a configuration gives an id to one that has none, which then applies to no route. */
    void removeFrom(Model model) throws Exception {
        model.getRouteConfigurationDefinitions()
                .removeIf(each -> each.getId() == null ? hasDefault : configurations.contains(each.getId()));
        for (RouteTemplateDefinition template : List.copyOf(model.getRouteTemplateDefinitions())) {
            if (templates.contains(template.getId())) {
                model.removeRouteTemplateDefinition(template);
            }
        }
    }

    private boolean areUsedBy(RouteStep route) {
        return route.text("routeConfigurationId").map(configurations::contains).orElse(hasDefault);
    }
}
