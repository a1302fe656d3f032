package io.wattline.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;

/** The JSON of the vendor, where a number may stand as a text. */
public final class JsonTokens {

    private static final JsonFactory FACTORY = JsonFactory.builder().enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            // one endless number spoils its record, not the whole answer
            .streamReadConstraints(StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build()).build();
    /** What is longer is no measurement. */
    private static final int LONGEST_NUMBER = 64;
    /** The year 5138: what lies beyond is no time in seconds. */
    private static final double LAST_SECOND = 1e11;

    private JsonTokens() {
    }

    public static JsonParser parser(byte[] json) throws IOException {
        return FACTORY.createParser(json);
    }

    /** For a body as it comes; positions count from its first byte. */
    public static JsonParser parser(InputStream json) throws IOException {
        return FACTORY.createParser(json);
    }

    /** Steps to the first token, which must open an object. */
    public static void expectObject(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token != JsonToken.START_OBJECT) {
            throw new JsonParseException(parser, token == null ? "an empty body" : "JSON, but no object with readings");
        }
    }

    /**
     * The number, or the number in the text, at which the parser stands; {@link Double#NaN} where there is no finite
     * one.
     */
    public static double number(JsonParser parser) throws IOException {
        double value =
                switch (parser.currentToken()) {
                    case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> parser.getTextLength() > LONGEST_NUMBER
                            ? Double.NaN
                            : parser.getDoubleValue();
                    case VALUE_STRING -> number(parser.getText());
                    default -> Double.NaN;
                };
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private static double number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return Double.NaN;
        }
        try {
            return new BigDecimal(text.strip()).doubleValue();
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /**
     * The whole number at which the parser stands, as a number or a text; null where there is none. Leaves the parser
     * at the end of the value.
     */
    public static Integer wholeNumber(JsonParser parser) throws IOException {
        double value = number(parser);
        parser.skipChildren();
        return value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE ? (Integer) (int) value : null;
    }

    /** The time in whole Unix seconds at which the parser stands, as a number or a text; null where there is none. */
    public static Instant instant(JsonParser parser) throws IOException {
        double seconds = number(parser);
        return seconds == Math.rint(seconds) && Math.abs(seconds) < LAST_SECOND
                ? Instant.ofEpochSecond((long) seconds)
                : null;
    }

    /** First byte of the token at which the parser stands. */
    public static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    /** First byte after what the parser has read; the token is read to its end. */
    public static int end(JsonParser parser) throws IOException {
        parser.finishToken();
        return (int) parser.currentLocation().getByteOffset();
    }
}
