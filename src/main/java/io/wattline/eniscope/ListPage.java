package io.wattline.eniscope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.wattline.json.JsonTokens;
import java.io.IOException;
import java.io.StringWriter;

/**
 * One page of a list, read token by token. Texts are cut with a mark where they are longer than people can use: what
 * stands in {@code channels.channel_name} is in every overview and in every message.
 *
 * @param rows        rows as JSON, separated by commas
 * @param count       how many; negative where the response has no array of that name
 * @param pageCount   null where the response does not say it
 * @param recordCount null where the response does not say it
 */
record ListPage(String rows, int count, Integer pageCount, Integer recordCount) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int NAME_LENGTH_MAX = 120;
    private static final int TEXT_LENGTH_MAX = 2000;
    private static final String MARK = "…";

    /** {@link IOException} where the bytes are no JSON object. */
    static ListPage read(byte[] body, String resource) throws IOException {
        StringWriter rows = new StringWriter();
        int count = -1;
        Integer[] counts = new Integer[2];
        try (JsonParser parser = JsonTokens.parser(body)) {
            JsonTokens.expectObject(parser);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals(resource) && value == JsonToken.START_ARRAY) {
                    rows.getBuffer().setLength(0);
                    count = readRows(parser, rows);
                } else if (name.equals("meta") && value == JsonToken.START_OBJECT) {
                    readMeta(parser, counts);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return new ListPage(rows.toString(), count, counts[0], counts[1]);
    }

    private static void readMeta(JsonParser parser, Integer[] counts) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            int place = switch (parser.currentName()) {
                case "pageCount" -> 0;
                case "recordCount" -> 1;
                default -> -1;
            };
            parser.nextToken();
            if (place < 0) {
                parser.skipChildren();
            } else {
                counts[place] = JsonTokens.wholeNumber(parser);
            }
        }
    }

    private static int readRows(JsonParser parser, StringWriter rows) throws IOException {
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            rows.write(count == 0 ? "" : ",");
            try (JsonGenerator row = JSON.createGenerator(rows)) {
                copy(parser, row);
            }
            count++;
        }
        return count;
    }

    /** The value at which the parser stands. */
    private static void copy(JsonParser parser, JsonGenerator row) throws IOException {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING) {
                row.writeString(cut(parser.getText(), isName(parser.currentName())));
            } else {
                row.copyCurrentEventExact(parser);
            }
        } while (depth > 0 && parser.nextToken() != null);
    }

    private static boolean isName(String field) {
        return field != null && (field.endsWith("Name") || field.equals("name"));
    }

    private static String cut(String text, boolean isName) {
        int most = isName ? NAME_LENGTH_MAX : TEXT_LENGTH_MAX;
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + MARK;
    }
}
