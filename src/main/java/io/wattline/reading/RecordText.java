package io.wattline.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the JSON of single records out of answers and puts it together again, every value as it arrived. */
final class RecordText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    /** An escaped backslash or a whole surrogate pair (kept), else NUL or half a pair: JSON allows them, {@code jsonb} refuses them. */
    private static final Pattern ESCAPES = Pattern.compile(
            "(\\\\\\\\|\\\\u[dD][89abAB]\\p{XDigit}{2}\\\\u[dD][c-fC-F]\\p{XDigit}{2})|\\\\u0000|\\\\u[dD][89a-fA-F]\\p{XDigit}{2}");

    private RecordText() {
    }

    static String cut(byte[] json, int from, int to) {
        return fitForJsonb(new String(json, from, to - from, StandardCharsets.UTF_8));
    }

    private static String fitForJsonb(String text) {
        return text.contains("\\u") ? ESCAPES.matcher(text).replaceAll(m -> Matcher.quoteReplacement(m.group(1) == null ? "\\ufffd" : m.group(1))) : text;
    }

    /** The answer as the source gives it, with this one record. */
    static String answer(AnswerHead head, String record) {
        try {
            return "{\"channel\":" + head.channelId() + ",\"resolution\":" + head.resolutionSeconds()
                    + ",\"units\":" + fitForJsonb(MAPPER.writeValueAsString(head.units() == null ? Map.of() : head.units())) + ",\"records\":[" + record + "]}";
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a map of texts can always be written
        }
    }

    /** Two records of one slot as one: of every field the last value that is not null. */
    static String merged(Source first, Source second) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        addFields(first, fields);
        addFields(second, fields);
        return "{" + String.join(",", fields.values()) + "}";
    }

    /** {@code name -> "name":value}, both as they are written; a null replaces nothing. */
    private static void addFields(Source source, Map<String, String> fields) throws IOException {
        byte[] json = source.text().getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = Json.parser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                int from = Json.start(parser);
                String name = parser.currentName();
                boolean isNull = parser.nextToken() == JsonToken.VALUE_NULL;
                parser.skipChildren();
                String text = cut(json, from, Json.end(parser));
                fields.merge(name, text, (old, latest) -> isNull ? old : latest);
            }
        }
    }
}
