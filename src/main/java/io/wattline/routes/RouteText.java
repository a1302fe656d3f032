package io.wattline.routes;

import io.wattline.yaml.YamlValue;
import java.util.List;
import java.util.Set;

/**
 * A single value of a routes file.
 *
 * @param path keys from the top of the file to it, without places in lists: {@code route, from, uri}
 * @param place where a complaint about it points to
 * @param text what Camel reads: as it is written, with the parameters of a templated route
 * @param step the nearest part around it that may have an id
 */
public record RouteText(List<String> path, YamlValue place, String text, RouteStep step) {

    public String key() {
        return path.get(path.size() - 1);
    }

    /** Whether one of the keys around it, or its own, is {@code key}. */
    public boolean within(String key) {
        return path.contains(key);
    }

    public boolean endsWith(String... keys) {
        return path.size() >= keys.length && path.subList(path.size() - keys.length, path.size()).equals(List.of(keys));
    }

    /** Whether it is the address of an endpoint. */
    public boolean isAddress() {
        return (key().equals("uri") || key().equals("deadLetterUri")) && !within("parameters");
    }

    /** Whether it is an option of an endpoint that stands under its address. */
    public boolean isOption() {
        return path.size() > 1
                && path.get(path.size() - 2).equals("parameters")
                && !Set.of("routeTemplate", "templatedRoute").contains(step.kind());
    }
}
