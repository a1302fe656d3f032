package io.wattline.routes;

import io.wattline.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a routes file that may have an id: a route, a template, a configuration, a step, or a clause of a step.
 *
 * @param kind   such as {@code setBody}; also {@code route}, {@code from}, {@code when}, {@code otherwise}, {@code
 *               doCatch} and the like
 * @param value  what is written of it: a map, if it is written as it should be
 * @param around the part that holds it; null at the top of the file
 * @param use    the templated route that this part belongs to; null where it stands in the file itself
 */
public record RouteStep(String kind, YamlValue value, RouteStep around, TemplateUse use) {

    static RouteStep top(String kind, YamlValue value) {
        return new RouteStep(kind, value, null, null);
    }

    /** Its id as Camel sees it: that of a templated route, or with the prefix of the templated route. */
    public Optional<String> id() {
        if (use != null && kind.equals("route")) {
            return use.routeId();
        }
        Optional<String> written = text(kind.equals("templatedRoute") ? "routeId" : "id");
        return use == null ? written : written.map(id -> use.prefix() + id);
    }

    /** The text of {@code key}, with the parameters of the templated route; empty where it is missing or blank. */
    public Optional<String> text(String key) {
        return part(key)
                .filter(part -> !part.isMap() && !part.isList())
                .map(YamlValue::text)
                .filter(text -> !text.isBlank())
                .map(this::resolved);
    }

    /** A text of it with the parameters of the templated route. */
    String resolved(String text) {
        return use == null ? text : use.resolved(text);
    }

    Optional<YamlValue> part(String key) {
        return value.isMap() ? Optional.ofNullable(value.entries().get(key)) : Optional.empty();
    }

    /** Whether it is written in a template, of which Camel makes nothing by itself. */
    boolean isInTemplate() {
        return use == null && (kind.equals("routeTemplate") || around != null && around.isInTemplate());
    }

    /** The route that it is part of; empty outside of routes. */
    public Optional<RouteStep> route() {
        return kind.equals("route") ? Optional.of(this) : Optional.ofNullable(around).flatMap(RouteStep::route);
    }

    /** Default values of the parameters of a template, by their names. */
    public Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        TemplateUse.named(this, "defaultValue").forEach((name, value) -> defaults.put(name, value.text()));
        return defaults;
    }

    /** Where a complaint about it points to. */
    YamlValue place() {
        return use == null ? value : use.place();
    }

    /** Name in messages. */
    String name() {
        return id().map(id -> kind + " " + id).orElse(kind);
    }
}
