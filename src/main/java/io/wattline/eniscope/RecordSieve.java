package io.wattline.eniscope;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.wattline.json.JsonTokens;
import io.wattline.source.SourceRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * Reads a response of {@code GET /readings/{channel}} as it comes, and leaves out records that were not requested: a
 * source that ignores {@code daterange} sends its whole history. The first {@value #OUTSIDE_KEPT} of them stay, which
 * become dead letters; what stays is byte for byte as it came. For one response.
 */
final class RecordSieve {

    static final int OUTSIDE_KEPT = 10;

    private final BodyTape tape;
    private final SourceRequest request;
    private final int bytesMax;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
    private String comma = "";
    private Integer announced;
    private boolean hasRecords;
    private int kept;
    private int outside;

    /**
     * @param body     the body as it comes
     * @param request  with {@link SourceRequest#expected()}
     * @param bytesMax most bytes of what stays
     */
    RecordSieve(InputStream body, SourceRequest request, int bytesMax) {
        this.tape = new BodyTape(body);
        this.request = request;
        this.bytesMax = bytesMax;
    }

    /**
     * What stays. From the place on where it is no JSON, the body stays as it came, so that the caller finds the same
     * fault there.
     *
     * @throws io.wattline.source.RefusedException where the response has more records or bytes than expected
     */
    byte[] read() throws IOException {
        try (JsonParser parser = JsonTokens.parser(new BoundedElements(tape, request))) {
            readObject(parser);
        } catch (JsonProcessingException e) {
            tape.copyAll(out);
        }
        for (byte[] rest = tape.readNBytes(8192); rest.length > 0; rest = tape.readNBytes(8192)) {
            out.write(rest);
            requireWithin(out.size());
        }
        return out.toByteArray();
    }

    /** How many records have been left out. */
    int leftOut() {
        return Math.max(0, outside - OUTSIDE_KEPT);
    }

    private void readObject(JsonParser parser) throws IOException {
        JsonTokens.expectObject(parser);
        if (JsonTokens.start(parser) < 0) {
            tape.copyAll(out); // UTF-16 and the like, whose bytes the parser does not count
            return;
        }
        tape.copy(0, JsonTokens.end(parser), out);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            readMember(parser);
        }
        write(announced == null ? "" : comma + "\"recordCount\":" + (announced - leftOut()));
        write("}");
        tape.forget(JsonTokens.end(parser));
        tape.copyAll(out);
    }

    private void readMember(JsonParser parser) throws IOException {
        int from = JsonTokens.start(parser);
        tape.forget(from);
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("recordCount") && value.isScalarValue()) {
            announced = JsonTokens.wholeNumber(parser);
            if (announced != null) {
                return; // written at the end, less what is left out
            }
        }
        write(comma);
        comma = ",";
        if (name.equals("records") && value == JsonToken.START_ARRAY && !hasRecords) {
            readRecords(parser, from);
        } else {
            parser.skipChildren();
            copy(from, JsonTokens.end(parser));
        }
    }

    private void readRecords(JsonParser parser, int from) throws IOException {
        hasRecords = true;
        copy(from, JsonTokens.end(parser));
        String between = "";
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int start = JsonTokens.start(parser);
            if (isOutside(parser) && ++outside > OUTSIDE_KEPT) {
                tape.forget(JsonTokens.end(parser));
                continue;
            }
            if (++kept > request.expected().most() + OUTSIDE_KEPT) {
                throw BoundedBody.tooLarge(
                        request, "has over " + request.expected().most() + " records, more than were requested");
            }
            write(between);
            between = ",";
            copy(start, JsonTokens.end(parser));
        }
        write("]");
    }

    /** Whether the record that begins here has a time outside the range; the parser is at its end then. */
    private boolean isOutside(JsonParser parser) throws IOException {
        Instant time = null;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isTime = parser.currentName().equals(RecordReader.TIMESTAMP);
            parser.nextToken();
            time = isTime ? JsonTokens.instant(parser) : time;
            parser.skipChildren();
        }
        return time != null && !request.expected().contains(time);
    }

    private void copy(long from, long to) {
        tape.copy(from, to, out);
        tape.forget(to);
        requireWithin(out.size());
    }

    private void write(String text) {
        for (int i = 0; i < text.length(); i++) {
            out.write(text.charAt(i));
        }
    }

    private void requireWithin(int size) {
        if (size > bytesMax) {
            throw BoundedBody.tooLarge(request, "is over " + bytesMax + " bytes");
        }
    }
}
