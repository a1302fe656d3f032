package io.wattline.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The form of the JSON values in one place: their types, the properties of objects, whether every object has them, and
 * the elements of arrays. Scalar values leave a masked example; where only a few words come, they leave those words.
 */
final class JsonStructure {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** More words are no enumeration. */
    private static final int WORDS_MAX = 8;
    /** How often each word of an enumeration comes on average, at least. */
    private static final int TIMES_MIN = 3;
    private static final String MASKED_NUMBER = "-?9+(\\.9+)?";

    private final String name;
    private final Set<String> types = new TreeSet<>();
    private final Map<String, JsonStructure> properties = new TreeMap<>();
    private final Set<String> words = new TreeSet<>();
    private JsonStructure elements;
    private String example;
    private boolean isEnumeration = true;
    private int appearances;
    private int values;
    private int objects;

    private JsonStructure(String name) {
        this.name = name;
    }

    /** JSON Schema of a response. Properties and words are sorted, so that two schemas can be compared line by line. */
    static ObjectNode of(JsonNode response) {
        JsonStructure structure = new JsonStructure("");
        structure.take(response);
        return structure.schema();
    }

    private void take(JsonNode value) {
        appearances++;
        types.add(type(value));
        if (value.isObject()) {
            objects++;
            value.properties().forEach(property -> properties
                    .computeIfAbsent(property.getKey(), JsonStructure::new)
                    .take(property.getValue()));
        } else if (value.isArray()) {
            value.forEach(element -> elements().take(element));
        } else if (!value.isNull()) {
            takeScalar(value.asText());
        }
    }

    private JsonStructure elements() {
        elements = elements == null ? new JsonStructure(name) : elements;
        return elements;
    }

    private void takeScalar(String value) {
        values++;
        String masked = ValueMask.of(value);
        // the shortest, so that more rows rarely change it
        if (example == null
                || masked.length() < example.length()
                || masked.length() == example.length() && masked.compareTo(example) < 0) {
            example = masked;
        }
        isEnumeration &= ValueMask.isWord(name, value);
        if (isEnumeration && words.size() <= WORDS_MAX) {
            words.add(value);
        }
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case BOOLEAN -> "boolean";
            case STRING -> "string";
            default -> "null";
        };
    }

    private ObjectNode schema() {
        ObjectNode schema = JSON.objectNode();
        schema.set("type", texts(isNumber() ? withoutInteger() : types));
        if (objects > 0) {
            ObjectNode all = schema.putObject("properties");
            properties.forEach((property, structure) -> all.set(property, structure.schema()));
            schema.set(
                    "required",
                    texts(properties.entrySet().stream()
                            .filter(entry -> entry.getValue().appearances == objects)
                            .map(Map.Entry::getKey)
                            .toList()));
        }
        if (types.contains("array")) {
            schema.set("items", elements == null ? JSON.objectNode() : elements.schema());
        }
        if (hasFewWords()) {
            schema.set("enum", types.contains("null") ? texts(words).addNull() : texts(words));
        } else if (example != null) {
            schema.set("examples", JSON.arrayNode().add(typed(example)));
        }
        return schema;
    }

    private boolean hasFewWords() {
        return types.contains("string") && isEnumeration && !words.isEmpty() && words.size() <= WORDS_MAX
                && values >= TIMES_MIN * words.size();
    }

    /** The example of a number is a number, and that of a boolean a boolean. */
    private JsonNode typed(String masked) {
        if (!types.contains("string") && masked.matches(MASKED_NUMBER)) {
            return JSON.numberNode(new BigDecimal(masked));
        }
        return types.contains("boolean") && masked.matches("x+") ? JSON.booleanNode(true) : JSON.textNode(masked);
    }

    /** Among fractions, a whole number is a fraction by chance. */
    private boolean isNumber() {
        return types.contains("number") && types.contains("integer");
    }

    private Set<String> withoutInteger() {
        Set<String> fewer = new TreeSet<>(types);
        fewer.remove("integer");
        return fewer;
    }

    private static ArrayNode texts(Iterable<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
