package io.wattline.eniscope;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.wattline.field.FieldCatalogue;
import io.wattline.json.JsonTokens;
import io.wattline.reading.CoarsenedResponseException;
import io.wattline.reading.Page;
import io.wattline.reading.Reading;
import io.wattline.reading.Reasons;
import io.wattline.reading.UnusableResponseException;
import io.wattline.reading.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Converts a response of {@code GET /readings/{channel}} to readings in UTC and in kWh, kW, V and A. Bad records are
 * values ({@link Page#rejected()}). A response that cannot be trusted as a whole is an {@link
 * UnusableResponseException}, so that half a window never counts as read. Safe for use by many threads.
 */
public final class Normaliser {

    private final FieldCatalogue fields;

    public Normaliser(FieldCatalogue fields) {
        this.fields = fields;
    }

    /**
     * The readings of the response, at most one a slot.
     *
     * @param response the body as it arrived, UTF-8
     * @param window the request; only timestamps on its grid and within its interval count
     * @throws CoarsenedResponseException where the response has another resolution than requested, whether it says so
     *     or not
     * @throws UnusableResponseException  where it is not JSON, truncated, without records, or of another channel
     */
    public Page normalise(byte[] response, Window window) {
        try {
            ResponseHead head = ResponseHead.scan(response);
            head.mustAnswer(window);
            SlotTable slots = new SlotTable(
                    window.interval(), window.channel().interval(),
                    (first, second) -> joined(head, first, second, window));
            RecordReader records =
                    new RecordReader(response, window, new FieldMapping(fields, head, window.fields()), slots);
            readRecords(response, window, records);
            Page page = slots.page(window, records.unknownFields(), records.shape(), response);
            if (RollUp.isSeen(page.readings(), window.channel().interval())) {
                throw new CoarsenedResponseException(window, (int) RollUp.LENGTH.toSeconds());
            }
            return page;
        } catch (JsonProcessingException e) {
            throw new UnusableResponseException(
                    window, "the response is not complete JSON (" + e.getOriginalMessage() + "); it begins with '"
                            + beginning(response) + "'", e);
        } catch (IOException e) {
            throw new UnusableResponseException(window, "the response cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static String beginning(byte[] response) {
        return Reasons.clean(new String(response, 0, Math.min(response.length, 200), StandardCharsets.UTF_8));
    }

    private static void readRecords(byte[] response, Window window, RecordReader records) throws IOException {
        int found = -1;
        Integer announced = null;
        try (JsonParser parser = JsonTokens.parser(response)) {
            JsonTokens.expectObject(parser);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("records") && parser.currentToken() == JsonToken.START_ARRAY && found < 0) {
                    found = records.readAll(parser);
                } else if (name.equals("recordCount")) {
                    announced = JsonTokens.wholeNumber(parser);
                } else {
                    parser.skipChildren();
                }
            }
            mustBeWhole(parser.nextToken() == null, found, announced, window);
        }
    }

    private static void mustBeWhole(boolean ended, int found, Integer announced, Window window) {
        if (!ended) {
            throw new UnusableResponseException(window, "there is text after the end of the response", null);
        }
        if (found < 0) {
            throw new UnusableResponseException(window, "the response has no array 'records'", null);
        }
        if (announced != null && announced != found) {
            throw new UnusableResponseException(
                    window,
                    "the response announces " + announced + " records and has " + found + ": it is truncated",
                    null);
        }
    }

    /** Two records of one slot are joined as JSON and read again, so that values, raw codes and payload agree. */
    private Reading joined(ResponseHead head, Reading first, Reading second, Window window) {
        try {
            byte[] merged = RecordText.response(head, RecordText.merged(first.source(), second.source()))
                    .getBytes(StandardCharsets.UTF_8);
            return normalise(merged, window).readings().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Two readable records are not readable when joined", e);
        }
    }
}
