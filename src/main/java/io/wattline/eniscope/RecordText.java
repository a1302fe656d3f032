package io.wattline.eniscope;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wattline.json.JsonTokens;
import io.wattline.json.Jsonb;
import io.wattline.reading.RecordOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Cuts single records out of the JSON of a response, and joins them, each value as it arrived. */
final class RecordText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RecordText() {
    }

    static String cut(byte[] json, int from, int to) {
        return Jsonb.fit(new String(json, from, to - from, StandardCharsets.UTF_8));
    }

    /** A response in the source's form with this one record. */
    static String response(ResponseHead head, String record) {
        try {
            return "{\"channel\":" + head.channelId() + ",\"resolution\":" + head.resolutionSeconds() + ",\"units\":"
                    + Jsonb.fit(MAPPER.writeValueAsString(head.units() == null ? Map.of() : head.units()))
                    + ",\"records\":[" + record + "]}";
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a map of texts can always be written
        }
    }

    /** {@code "name":"text"}. */
    static String property(String name, String text) {
        try {
            return Jsonb.fit(MAPPER.writeValueAsString(name) + ":" + MAPPER.writeValueAsString(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // texts can always be written
        }
    }

    /** Whether two JSON objects have another value of the same field; null stands for an empty object. */
    static boolean contradicts(String first, String second) {
        if (first == null || second == null || first.equals(second)) {
            return false;
        }
        try {
            JsonNode other = MAPPER.readTree(second);
            return MAPPER.readTree(first).properties().stream().anyMatch(field -> other.has(field.getKey())
                    && !other.get(field.getKey()).equals(field.getValue()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // both were written here
        }
    }

    /** Two records of one slot as one: of every field the last value that is not null. */
    static String merged(RecordOrigin first, RecordOrigin second) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        addFields(first, fields);
        addFields(second, fields);
        return "{" + String.join(",", fields.values()) + "}";
    }

    /** {@code name -> "name":value}, both as they are written; a null replaces nothing. */
    private static void addFields(RecordOrigin source, Map<String, String> fields) throws IOException {
        byte[] json = source.text().getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = JsonTokens.parser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                int from = JsonTokens.start(parser);
                String name = parser.currentName();
                boolean isNull = parser.nextToken() == JsonToken.VALUE_NULL;
                parser.skipChildren();
                String text = cut(json, from, JsonTokens.end(parser));
                fields.merge(name, text, (old, latest) -> isNull ? old : latest);
            }
        }
    }
}
