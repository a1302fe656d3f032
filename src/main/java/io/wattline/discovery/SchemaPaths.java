package io.wattline.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A JSON Schema as a flat list of paths, for a table and for comparing two: {@code channels[].dataType} is a string,
 * one of some words.
 */
final class SchemaPaths {

    /** End of the words of a property that not every object has. */
    static final String NOT_ALWAYS = ", not always there";

    private SchemaPaths() {
    }

    /**
     * What is at each path, without examples. An array without elements ends in {@code []} and has the word {@code
     * empty}.
     */
    static Map<String, String> of(JsonNode schema) {
        Map<String, String> paths = new TreeMap<>();
        walk("", schema, true, paths);
        return paths;
    }

    private static void walk(String path, JsonNode schema, boolean required, Map<String, String> paths) {
        if (!path.isEmpty()) {
            paths.put(path, words(schema, required));
        }
        List<String> always = new ArrayList<>();
        schema.path("required").forEach(name -> always.add(name.asText()));
        schema.path("properties")
                .properties()
                .forEach(property -> walk(
                        path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                        property.getValue(),
                        always.contains(property.getKey()),
                        paths));
        if (schema.has("items")) {
            if (schema.path("items").isEmpty()) {
                paths.put(path + "[]", "empty");
            } else {
                walk(path + "[]", schema.path("items"), true, paths);
            }
        }
    }

    private static String words(JsonNode schema, boolean required) {
        List<String> types = new ArrayList<>();
        schema.path("type").forEach(type -> types.add(type.asText()));
        String text = String.join(" or ", types) + (required ? "" : NOT_ALWAYS);
        List<String> words = new ArrayList<>();
        schema.path("enum").forEach(word -> addIf(!word.isNull(), word.asText(), words));
        return words.isEmpty() ? text : text + ", one of " + String.join(", ", words);
    }

    /** The differences, one a line. Below an array that is empty on either side nothing is compared. */
    static List<String> differences(JsonNode before, JsonNode after) {
        Map<String, String> old = of(before);
        Map<String, String> now = of(after);
        List<String> empty = new ArrayList<>();
        List.of(old, now).forEach(paths -> paths.forEach((path, words) -> addIf(words.equals("empty"), path, empty)));
        List<String> lines = new ArrayList<>();
        TreeMap<String, String> all = new TreeMap<>(old);
        all.putAll(now);
        all.keySet().stream().filter(path -> empty.stream().noneMatch(path::startsWith)).forEach(path -> {
            String was = old.get(path);
            String is = now.get(path);
            addIf(was == null, path + " is new: " + is, lines);
            addIf(is == null, path + " is gone: was " + was, lines);
            addIf(was != null && is != null && !is.equals(was), path + " was " + was + ", is " + is, lines);
        });
        return lines;
    }

    private static void addIf(boolean condition, String text, List<String> texts) {
        if (condition) {
            texts.add(text);
        }
    }
}
