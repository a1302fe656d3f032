package io.wattline.eniscope;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.wattline.json.JsonTokens;
import io.wattline.reading.CoarsenedResponseException;
import io.wattline.reading.UnusableResponseException;
import io.wattline.reading.Window;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an answer says about all of its records. Answers have it in front of the records; where one has not, it is found behind them all the same.
 *
 * @param channelId         null where the answer names none
 * @param resolutionSeconds null where the answer names none
 * @param units             unit by field code as the answer writes it; empty text where it names none; null where the answer has no units at all
 * @param timeZone          of the site; null where the answer names none in front of its records
 */
record ResponseHead(Integer channelId, Integer resolutionSeconds, Map<String, String> units, String timeZone) {

    /** Reads no further than it must. {@link IOException} where the bytes are no JSON object. */
    static ResponseHead scan(byte[] answer) throws IOException {
        Integer channelId = null;
        Integer resolutionSeconds = null;
        Map<String, String> units = null;
        String timeZone = null;
        try (JsonParser parser = JsonTokens.parser(answer)) {
            JsonTokens.expectObject(parser);
            while ((channelId == null || resolutionSeconds == null || units == null) && parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "channel" -> channelId = JsonTokens.wholeNumber(parser);
                    case "resolution" -> resolutionSeconds = JsonTokens.wholeNumber(parser);
                    case "units" -> units = units(parser);
                    case "timeZone" -> timeZone = text(parser);
                    default -> parser.skipChildren();
                }
            }
        }
        return new ResponseHead(channelId, resolutionSeconds, units, timeZone);
    }

    private static String text(JsonParser parser) throws IOException {
        boolean isText = parser.currentToken() == JsonToken.VALUE_STRING;
        String text = isText ? parser.getText().strip() : null;
        parser.skipChildren();
        return text;
    }

    private static Map<String, String> units(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren(); // an empty PHP map arrives as []
            return null;
        }
        Map<String, String> units = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String code = parser.currentName();
            boolean named = parser.nextToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL;
            units.put(code, named ? parser.getText().strip() : "");
            parser.skipChildren();
        }
        return units;
    }

    /** The unit of a code, empty where the answer names none. */
    String unit(String code) {
        return units == null ? "" : units.getOrDefault(code, "");
    }

    boolean names(String code) {
        return units != null && units.containsKey(code);
    }

    /** Whether this is the answer to {@code window}; an {@link UnusableResponseException} says why not. */
    void mustAnswer(Window window) {
        if (channelId == null || channelId != window.channel().channelId()) {
            throw new UnusableResponseException(window, channelId == null ? "the answer does not say which channel it is of"
                    : "the answer is of channel " + channelId, null);
        }
        if (resolutionSeconds == null) {
            throw new UnusableResponseException(window, "the answer does not say its resolution, so its bins may have any length", null);
        }
        if (resolutionSeconds != window.channel().interval().toSeconds()) {
            throw new CoarsenedResponseException(window, resolutionSeconds);
        }
    }
}
