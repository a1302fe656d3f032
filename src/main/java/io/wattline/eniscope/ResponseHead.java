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
 * What a response says about all of its records, in front of the records or behind them.
 *
 * @param channelId         null where the response names none
 * @param resolutionSeconds null where the response names none
 * @param units             unit by field code as the response writes it; empty text where it names none; null where the
 *                          response has no units at all
 * @param timeZone          of the site; null where the response names none in front of its records
 */
record ResponseHead(Integer channelId, Integer resolutionSeconds, Map<String, String> units, String timeZone) {

    /** Those of all 231 fields of the catalogue have 2,000. */
    private static final int UNITS_LENGTH_MAX = 8192;

    /** Reads no further than necessary; {@link IOException} where the bytes are no JSON object. */
    static ResponseHead scan(byte[] response) throws IOException {
        Integer channelId = null;
        Integer resolutionSeconds = null;
        Map<String, String> units = null;
        String timeZone = null;
        try (JsonParser parser = JsonTokens.parser(response)) {
            JsonTokens.expectObject(parser);
            while ((channelId == null || resolutionSeconds == null || units == null)
                    && parser.nextToken() == JsonToken.FIELD_NAME) {
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
        int length = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String code = parser.currentName();
            boolean named = parser.nextToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL;
            String unit = named ? parser.getText().strip() : "";
            parser.skipChildren();
            units.put(code, unit);
            length += code.length() + unit.length();
            if (length > UNITS_LENGTH_MAX) {
                throw new IOException("its units have over " + UNITS_LENGTH_MAX + " characters, and each dead letter "
                        + "repeats them");
            }
        }
        return units;
    }

    /** The unit of a code, empty where the response names none. */
    String unit(String code) {
        return units == null ? "" : units.getOrDefault(code, "");
    }

    boolean names(String code) {
        return units != null && units.containsKey(code);
    }

    /**
     * Requires that this is the response to {@code window}; an {@link UnusableResponseException} says why it is not.
     */
    void mustAnswer(Window window) {
        if (channelId == null || channelId != window.channel().channelId()) {
            throw new UnusableResponseException(window, channelId == null ? "the response does not name its channel"
                    : "the response is of channel " + channelId, null);
        }
        if (resolutionSeconds == null) {
            throw new UnusableResponseException(
                    window, "the response does not name its resolution, so its bins may have any length", null);
        }
        if (resolutionSeconds != window.channel().interval().toSeconds()) {
            throw new CoarsenedResponseException(window, resolutionSeconds);
        }
    }
}
