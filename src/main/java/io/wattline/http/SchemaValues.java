package io.wattline.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads values by JSON schema, as far as arguments need it: integers, texts, days, times and lists of them. A value
 * that does not fit is an {@link IllegalArgumentException}.
 */
final class SchemaValues {

    static final int TEXT_MAX = 200;
    static final int ITEMS_MAX = 1000;
    /** No reading lies outside these, and times far outside exceed the range of PostgreSQL. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private SchemaValues() {
    }

    /** A value of a query or a path; lists are separated by commas. */
    static Object ofText(JsonNode schema, String text) {
        return switch (schema.path("type").asText()) {
            case "integer" -> integer(schema, text);
            case "array" -> list(schema, Arrays.stream(text.split(","))
                    .map(item -> ofText(schema.path("items"), item.strip())).toList());
            default -> string(schema, text);
        };
    }

    /** A value of a JSON body. */
    static Object ofJson(JsonNode schema, JsonNode value) {
        String type = schema.path("type").asText();
        if (type.equals("array") && value.isArray()) {
            List<Object> items = new ArrayList<>();
            value.forEach(item -> items.add(ofJson(schema.path("items"), item)));
            return list(schema, items);
        }
        if (type.equals("boolean") && value.isBoolean()) {
            return value.asBoolean();
        }
        if (type.equals("integer") && value.isIntegralNumber() || type.equals("string") && value.isTextual()) {
            return ofText(schema, value.asText());
        }
        throw new IllegalArgumentException("is " + brief(value.toString()));
    }

    /** The value where the argument is missing: the default of the schema, or null. */
    static Object fallback(JsonNode schema) {
        return schema.has("default") ? ofText(schema, schema.path("default").asText()) : null;
    }

    private static Object integer(JsonNode schema, String text) {
        try {
            long value = Long.parseLong(text);
            if (value >= schema.path("minimum").asLong(Long.MIN_VALUE)
                    && value <= schema.path("maximum").asLong(Long.MAX_VALUE)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw unreadable(text, e);
        }
        throw unreadable(text, null);
    }

    private static Object list(JsonNode schema, List<Object> items) {
        int most = schema.path("maxItems").asInt(ITEMS_MAX);
        if (items.size() < schema.path("minItems").asInt(0) || items.size() > most) {
            throw new IllegalArgumentException("has " + items.size() + " items");
        }
        return items;
    }

    private static Object string(JsonNode schema, String text) {
        try {
            return switch (schema.path("format").asText()) {
                case "date-time" -> within(OffsetDateTime.parse(text).toInstant(), text);
                case "date" -> day(text);
                default -> plain(schema, text);
            };
        } catch (DateTimeException e) {
            throw unreadable(text, e);
        }
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        within(day.atStartOfDay().toInstant(ZoneOffset.UTC), text);
        return day;
    }

    private static Instant within(Instant time, String text) {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw unreadable(text, null);
        }
        return time;
    }

    private static String plain(JsonNode schema, String text) {
        boolean known = !schema.has("enum") || values(schema).contains(text);
        boolean fits = text.length() <= schema.path("maxLength").asInt(TEXT_MAX)
                && text.matches(schema.path("pattern").asText("(?s).*"));
        if (!known || !fits || text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw unreadable(text, null);
        }
        return text;
    }

    static List<String> values(JsonNode schema) {
        List<String> values = new ArrayList<>();
        schema.path("enum").forEach(value -> values.add(value.asText()));
        return values;
    }

    private static IllegalArgumentException unreadable(String text, Exception cause) {
        return new IllegalArgumentException("is '" + brief(text) + "'", cause);
    }

    private static String brief(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 40 ? line : line.substring(0, 40) + "...";
    }
}
