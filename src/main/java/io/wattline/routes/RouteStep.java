package io.wattline.routes;

import io.wattline.yaml.YamlValue;
import java.util.Optional;

/**
 * Whatever of a routes file has an id and a description: routes, configurations, steps, and the clauses of steps.
 *
 * @param kind  such as {@code setBody}; {@code route}, {@code from}, {@code when}, {@code otherwise}, {@code doCatch} ... too
 * @param value what is written of it: a map, if it is written as it should be
 */
public record RouteStep(String kind, YamlValue value) {

    /** A text of it; empty where it is not there, or blank. */
    public Optional<String> text(String key) {
        return part(key).filter(part -> !part.isMap() && !part.isList()).map(YamlValue::text).filter(text -> !text.isBlank());
    }

    Optional<YamlValue> part(String key) {
        return value.isMap() ? Optional.ofNullable(value.entries().get(key)) : Optional.empty();
    }

    /** For messages. */
    String name() {
        return text("id").map(id -> kind + " " + id).orElse(kind);
    }
}
