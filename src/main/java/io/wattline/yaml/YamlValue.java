package io.wattline.yaml;

import io.wattline.settings.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One place in a YAML file: a text, a list or a map, and the line where it stands. Every complaint is a {@link
 * YamlFileException} that names the line.
 */
public final class YamlValue {

    private final String file;
    private final Node node;

    YamlValue(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Where it stands, from 1. */
    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** The text as it is written. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw error("a list or a map stands here", "a single value");
    }

    /** A finite number. */
    public double number() {
        return as("a finite number such as 1000 or -0.5", text -> {
            double number = Double.parseDouble(text);
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("not finite");
            }
            return number;
        });
    }

    /** {@code true} or {@code false}. */
    public boolean flag() {
        return as("true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    /** A length of time, such as 15m or 7d. */
    public Duration duration() {
        return as(
                Durations.ALLOWED, text -> Durations.parse(text).orElseThrow(() -> new IllegalArgumentException(text)));
    }

    /** A length of time above 0. */
    public Duration durationAbove0() {
        Duration duration = duration();
        if (duration.isZero()) {
            throw error("'" + text() + "'", Durations.ALLOWED + ", above 0");
        }
        return duration;
    }

    /**
     * The text, read by {@code reader}; an {@link IllegalArgumentException} or {@link DateTimeException} of it becomes
     * a complaint that names what is {@code allowed}.
     */
    public <T> T as(String allowed, Function<String, T> reader) {
        String text = text();
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new YamlFileException(file, line(), "'" + text + "'", allowed, e);
        }
    }

    /** The elements of a list. */
    public List<YamlValue> items() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(item -> new YamlValue(file, item)).toList();
        }
        throw error("no list", "a list such as [50, 60]");
    }

    /** The entries of a map in the order of the file; a key that stands twice is a complaint. */
    public Map<String, YamlValue> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw error("no map", "entries of the form 'key: value'");
        }
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            YamlValue key = new YamlValue(file, entry.getKeyNode());
            if (entries.put(key.text(), new YamlValue(file, entry.getValueNode())) != null) {
                throw key.error("'" + key.text() + "' a second time", "each key once");
            }
        }
        return entries;
    }

    /** The entries of a map that may have only the keys of {@code allowed}. */
    public Map<String, YamlValue> entries(Set<String> allowed) {
        Map<String, YamlValue> entries = entries();
        entries.forEach((key, value) -> {
            if (!allowed.contains(key)) {
                throw value.error("unknown key '" + key + "'", "only " + allowed.stream().sorted().toList());
            }
        });
        return entries;
    }

    /** The entry {@code key} of this map, which must have it. */
    public YamlValue need(String key) {
        YamlValue value = entries().get(key);
        if (value == null) {
            throw error("no entry '" + key + "'", "it must be there");
        }
        return value;
    }

    /** The complaint about this place. */
    public YamlFileException error(String found, String allowed) {
        return new YamlFileException(file, line(), found, allowed, null);
    }

    /** The content without comments, layout and order of keys as one line: equal where two files say the same. */
    public String canonical() {
        if (node instanceof ScalarNode) {
            return "\"" + text().replace("\"", "\\\"") + "\"";
        }
        if (node instanceof SequenceNode) {
            return items().stream().map(YamlValue::canonical).collect(Collectors.joining(",", "[", "]"));
        }
        return entries().entrySet().stream().map(entry -> entry.getKey() + ":" + entry.getValue().canonical()).sorted()
                .collect(Collectors.joining(",", "{", "}"));
    }
}
