package io.wattline.lab.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a request, decoded: {@code fields[]} and {@code fields%5B%5D} are the same. */
record Query(Map<String, List<String>> parameters) {

    static Query of(String raw) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                parameters
                        .computeIfAbsent(name, key -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return new Query(parameters);
    }

    /** The first value, or the one given. */
    String first(String name, String otherwise) {
        return parameters.containsKey(name) ? parameters.get(name).get(0) : otherwise;
    }

    /** All values of {@code name[]}, or else of {@code name}. */
    List<String> all(String name) {
        return parameters.getOrDefault(name + "[]", parameters.getOrDefault(name, List.of()));
    }

    /** A whole number of at least 0; null where it is none. */
    Integer number(String name, Integer otherwise) {
        String text = first(name, null);
        return text == null ? otherwise : text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
