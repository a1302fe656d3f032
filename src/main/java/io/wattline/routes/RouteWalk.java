package io.wattline.routes;

import io.wattline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Goes through a routes file, or through the route of a template once more for a templated route, and collects its
 * parts and texts in their order.
 */
final class RouteWalk {

    private static final Set<String> CLAUSES =
            Set.of("when", "otherwise", "doCatch", "doFinally", "onFallback", "from");
    /** Lists whose elements name their kind, as steps do. */
    private static final Set<String> LISTS =
            Set.of("steps", "onException", "onCompletion", "intercept", "interceptFrom", "interceptSendToEndpoint");

    private static final RouteStep NOTHING = RouteStep.top("nothing", null);

    private final TemplateUse use;
    private final List<RouteStep> steps = new ArrayList<>();
    private final List<RouteText> texts = new ArrayList<>();

    private RouteWalk(TemplateUse use) {
        this.use = use;
    }

    static RouteWalk of(List<YamlValue> elements) {
        RouteWalk walk = new RouteWalk(null);
        elements.forEach(element -> walk.element(element, List.of(), null));
        return walk;
    }

    /**
     * The route that {@code use} makes of {@code template}. Of its texts only those that hold a parameter: the template
     * itself has the others.
     */
    static RouteWalk of(TemplateUse use, RouteStep template) {
        RouteWalk walk = new RouteWalk(use);
        template.part("route").ifPresent(route -> walk.walk(route, List.of("route"), walk.add("route", route, null)));
        return walk;
    }

    List<RouteStep> steps() {
        return steps;
    }

    List<RouteText> texts() {
        return texts;
    }

    /** An element of a list that says of what kind it is: {@code - setBody: ...}. */
    private void element(YamlValue element, List<String> path, RouteStep around) {
        if (element.isMap()) {
            element.entries().forEach((kind, value) -> walk(value, with(path, kind), add(kind, value, around)));
        } else {
            walk(element, path, around);
        }
    }

    private void walk(YamlValue value, List<String> path, RouteStep around) {
        if (value.isMap()) {
            value.entries().forEach((key, entry) -> entry(key, entry, with(path, key), around));
        } else if (value.isList()) {
            value.items().forEach(item -> walk(item, path, around));
        } else if (!path.isEmpty()) {
            text(value, path, around == null ? NOTHING : around);
        }
    }

    private void text(YamlValue value, List<String> path, RouteStep around) {
        if (use == null) {
            texts.add(new RouteText(path, value, value.text(), around));
        } else if (use.hasParameter(value.text())) {
            texts.add(new RouteText(path, use.place(value.text()), use.resolved(value.text()), around));
        }
    }

    private void entry(String key, YamlValue value, List<String> path, RouteStep around) {
        if (LISTS.contains(key) && value.isList()) {
            value.items().forEach(item -> element(item, path, around));
        } else if (CLAUSES.contains(key) && value.isList()) {
            value.items().forEach(item -> walk(item, path, add(key, item, around)));
        } else {
            boolean isPart = CLAUSES.contains(key) || key.equals("route") && around.kind().equals("routeTemplate");
            walk(value, path, isPart ? add(key, value, around) : around);
        }
    }

    private RouteStep add(String kind, YamlValue value, RouteStep around) {
        RouteStep step = new RouteStep(kind, value, around, use);
        steps.add(step);
        return step;
    }

    private static List<String> with(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }
}
