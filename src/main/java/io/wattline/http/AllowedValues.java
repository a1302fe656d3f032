package io.wattline.http;

import com.fasterxml.jackson.databind.JsonNode;

/** What a JSON schema allows, in words. */
final class AllowedValues {

    private AllowedValues() {
    }

    /** Such as "a whole number from 1 to 100". */
    static String of(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "array" -> "up to " + schema.path("maxItems").asInt(SchemaValues.ITEMS_MAX) + " of: "
                    + of(schema.path("items"));
            case "integer" -> "a whole number" + limit(schema, "minimum", " from ") + limit(schema, "maximum", " to ");
            case "boolean" -> "true or false";
            default -> allowedText(schema);
        };
    }

    private static String limit(JsonNode schema, String name, String word) {
        return schema.has(name) ? word + schema.path(name).asLong() : "";
    }

    private static String allowedText(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date-time" -> "a time from 1970 to 2200 such as 2026-11-24T12:00:00Z";
            case "date" -> "a day from 1970 to 2200 such as 2026-11-24";
            default -> schema.has("enum") ? "one of " + SchemaValues.values(schema)
                    : "a text of 1 to " + schema.path("maxLength").asInt(SchemaValues.TEXT_MAX) + " characters"
                    + (schema.has("pattern") ? " that matches " + schema.path("pattern").asText() : "");
        };
    }
}
