package io.wattline.lab.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of the simulated API as a file {@code simulator/NAME.json}: names and order of the real API, most values
 * null. A text {@code "{deviceId}"} is a place for a value of the plant, which may be null or a boolean. Inside a
 * longer text, the place is replaced by the value's text.
 */
final class RowTemplate {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> columns;

    private RowTemplate(Map<String, Object> columns) {
        this.columns = columns;
    }

    static RowTemplate named(String name) {
        String file = "/simulator/" + name + ".json";
        try (InputStream in = RowTemplate.class.getResourceAsStream(file)) {
            return new RowTemplate(JSON.readValue(in, new TypeReference<LinkedHashMap<String, Object>>() { }));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** A new row with these values in their places; {@link IllegalArgumentException} names a place without a value. */
    Map<String, Object> fill(Map<String, Object> values) {
        return fill(columns, values);
    }

    private static Map<String, Object> fill(Map<?, ?> template, Map<String, Object> values) {
        Map<String, Object> row = new LinkedHashMap<>();
        template.forEach((name, value) -> row.put((String) name, filled(value, values)));
        return row;
    }

    private static Object filled(Object value, Map<String, Object> values) {
        if (value instanceof Map<?, ?> object) {
            return fill(object, values);
        }
        if (!(value instanceof String text) || text.indexOf('{') < 0) {
            return value;
        }
        String name = text.substring(text.indexOf('{') + 1, text.indexOf('}'));
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("The row has no value for {" + name + "}; given: " + values.keySet());
        }
        Object found = values.get(name);
        return text.length() == name.length() + 2 ? found : text.replace("{" + name + "}", String.valueOf(found));
    }
}
