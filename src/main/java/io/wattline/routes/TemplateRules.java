package io.wattline.routes;

import io.wattline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Route templates and the templated routes that use them: the template exists, and takes the parameters that it is
 * given.
 */
final class TemplateRules implements RouteRule {

    @Override
    public List<Complaint> complaints(List<RouteFile> files) {
        List<Complaint> complaints = new ArrayList<>();
        Map<String, RouteStep> templates = RouteFile.templates(files);
        for (RouteFile file : files) {
            file.steps("routeTemplate").stream()
                    .filter(template -> template.value().isMap())
                    .forEach(template -> template(file, template, complaints));
            file.steps("templatedRoute").stream()
                    .filter(route -> route.value().isMap())
                    .forEach(route -> templated(file, route, templates, complaints));
        }
        return complaints;
    }

    private static void template(RouteFile file, RouteStep template, List<Complaint> complaints) {
        if (template.part("route").isEmpty()) {
            complaints.add(Complaint.at(file, template.value(), template.name() + " without a route", "'route:' with, "
                    + "in it, 'from:'"));
        }
        Set<String> described = TemplateUse.named(template, "description").keySet();
        TemplateUse.named(template, "name").forEach((name, place) -> {
            if (!described.contains(name)) {
                complaints.add(Complaint.at(
                        file,
                        place,
                        "parameter '" + name + "' without a description",
                        "a description that says what the parameter is"));
            }
        });
    }

    private static void templated(
            RouteFile file, RouteStep route, Map<String, RouteStep> templates, List<Complaint> complaints) {
        String named = route.text("routeTemplateRef").orElse("");
        RouteStep template = templates.get(named);
        if (template == null) {
            complaints.add(Complaint.at(file, route.part("routeTemplateRef").orElse(route.value()), "unknown template "
                    + "'" + named + "'",
                    "a template of routes/: " + new TreeSet<>(templates.keySet())));
            return;
        }
        route.id()
                .map(id -> id + "-")
                .filter(prefix -> !prefix.equals(route.text("prefixId").orElse("")))
                .ifPresent(prefix -> complaints.add(Complaint.at(
                        file,
                        route.part("prefixId").orElse(route.value()),
                        "prefixId '" + route.text("prefixId").orElse("") + "' of " + route.name(),
                        "prefixId: " + prefix)));
        parameters(file, route, template, complaints);
    }

    private static void parameters(RouteFile file, RouteStep route, RouteStep template, List<Complaint> complaints) {
        Set<String> known = TemplateUse.named(template, "name").keySet();
        Map<String, YamlValue> given = TemplateUse.named(route, "value");
        given.forEach((name, place) -> {
            if (!known.contains(name)) {
                complaints.add(Complaint.at(
                        file,
                        place,
                        "unknown parameter '" + name + "' of " + route.name(),
                        "parameters of template " + template.id().orElse("") + ": " + new TreeSet<>(known)));
            }
        });
        Set<String> optional = TemplateUse.named(template, "defaultValue").keySet();
        Optional<String> missing = known.stream()
                .filter(name -> !given.containsKey(name) && !optional.contains(name))
                .findFirst();
        missing.ifPresent(name -> complaints.add(Complaint.at(file, route.value(), route.name() + " without parameter "
                + "'" + name + "'", "a value for each parameter that has no default")));
    }
}
