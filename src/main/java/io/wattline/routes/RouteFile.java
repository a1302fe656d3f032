package io.wattline.routes;

import io.wattline.yaml.YamlFile;
import io.wattline.yaml.YamlFileException;
import io.wattline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A routes file as it is written, also where it is not written as it should be: all that has an id, and all values, in the order of the file. */
public final class RouteFile {

    private static final Set<String> CLAUSES = Set.of("when", "otherwise", "doCatch", "doFinally", "onFallback", "from");
    /** Lists whose elements name their kind, as steps do. */
    private static final Set<String> LISTS = Set.of("steps", "onException", "onCompletion", "intercept", "interceptFrom", "interceptSendToEndpoint");
    private static final RouteStep NOTHING = new RouteStep("nothing", null);

    private final String name;
    private final List<YamlValue> elements;
    private final List<RouteStep> steps = new ArrayList<>();
    private final List<RouteText> texts = new ArrayList<>();

    private RouteFile(String name, YamlValue root) {
        this.name = name;
        elements = root.items();
        elements.forEach(element -> walkElement(element, List.of(), NOTHING));
    }

    /** Reads it; {@link YamlFileException} where it is no YAML, no list, or has a key twice. */
    public static RouteFile parse(String name, String text) {
        return new RouteFile(name, YamlFile.parse(name, text));
    }

    public String name() {
        return name;
    }

    /** The elements at the top of the file. */
    List<YamlValue> elements() {
        return elements;
    }

    /** Routes, configurations, steps, and clauses of steps. */
    public List<RouteStep> steps() {
        return steps;
    }

    /** Those of one kind. */
    public List<RouteStep> steps(String kind) {
        return steps.stream().filter(step -> step.kind().equals(kind)).toList();
    }

    List<RouteText> texts() {
        return texts;
    }

    /** An element of a list that says of what kind it is: {@code - setBody: ...}. */
    private void walkElement(YamlValue element, List<String> path, RouteStep around) {
        if (element.isMap()) {
            element.entries().forEach((kind, value) -> walk(value, with(path, kind), add(kind, value)));
        } else {
            walk(element, path, around);
        }
    }

    private void walk(YamlValue value, List<String> path, RouteStep around) {
        if (value.isMap()) {
            value.entries().forEach((key, entry) -> walkEntry(key, entry, with(path, key), around));
        } else if (value.isList()) {
            value.items().forEach(item -> walk(item, path, around));
        } else if (!path.isEmpty()) {
            texts.add(new RouteText(path, value, around));
        }
    }

    private void walkEntry(String key, YamlValue value, List<String> path, RouteStep around) {
        if (LISTS.contains(key) && value.isList()) {
            value.items().forEach(item -> walkElement(item, path, around));
        } else if (CLAUSES.contains(key) && value.isList()) {
            value.items().forEach(item -> walk(item, path, add(key, item)));
        } else {
            walk(value, path, CLAUSES.contains(key) ? add(key, value) : around);
        }
    }

    private RouteStep add(String kind, YamlValue value) {
        RouteStep step = new RouteStep(kind, value);
        steps.add(step);
        return step;
    }

    private static List<String> with(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }
}
