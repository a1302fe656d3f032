package io.wattline.routes;

import io.wattline.yaml.YamlValue;
import java.util.List;

/**
 * A single value that is written in a routes file.
 *
 * @param path keys from the top of the file to it, without places in lists: {@code route, from, uri}
 * @param step the nearest thing around it that has an id
 */
record RouteText(List<String> path, YamlValue value, RouteStep step) {

    String key() {
        return path.get(path.size() - 1);
    }

    /** Whether one of the keys around it, or its own, is {@code key}. */
    boolean within(String key) {
        return path.contains(key);
    }

    boolean endsWith(String... keys) {
        return path.size() >= keys.length && path.subList(path.size() - keys.length, path.size()).equals(List.of(keys));
    }

    /** Whether it is the address of an endpoint. */
    boolean isAddress() {
        return (key().equals("uri") || key().equals("deadLetterUri")) && !within("parameters");
    }

    String text() {
        return value.text();
    }
}
