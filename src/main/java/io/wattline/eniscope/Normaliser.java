package io.wattline.eniscope;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
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
 * Reads an answer of {@code GET /readings/{channel}} into readings in our units. Bad records are values ({@link Page#rejected()}); an answer that as a whole
 * cannot be trusted is an {@link UnusableResponseException}, so that never half a window is taken for done. Safe for use by many threads.
 */
public final class Normaliser {

    private final FieldCatalogue fields;

    public Normaliser(FieldCatalogue fields) {
        this.fields = fields;
    }

    /**
     * What the answer says, one reading per slot.
     *
     * @param answer the body as it arrived, UTF-8
     * @param window the question; only timestamps on its grid and within its interval are taken
     * @throws CoarsenedResponseException where the answer has another resolution than was asked for, whether it says so or not
     * @throws UnusableResponseException  where it is no JSON, cut off, without records, or of another channel
     */
    public Page normalise(byte[] answer, Window window) {
        try {
            ResponseHead head = ResponseHead.scan(answer);
            head.mustAnswer(window);
            SlotTable slots = new SlotTable(window.interval(), window.channel().interval(), (first, second) -> settle(head, first, second, window));
            RecordReader records = new RecordReader(answer, window, new FieldMapping(fields, head, window.fields()), slots);
            readRecords(answer, window, records);
            Page page = slots.page(window, records.unknownFields(), records.shape());
            if (RollUp.isSeen(page.readings(), window.channel().interval())) {
                throw new CoarsenedResponseException(window, (int) RollUp.LENGTH.toSeconds());
            }
            return page;
        } catch (JsonProcessingException e) {
            throw new UnusableResponseException(window, "the answer is no whole JSON (" + e.getOriginalMessage() + "), it begins with '"
                    + Reasons.clean(new String(answer, 0, Math.min(answer.length, 200), StandardCharsets.UTF_8)) + "'", e);
        } catch (IOException e) {
            throw new UnusableResponseException(window, "the answer cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static void readRecords(byte[] answer, Window window, RecordReader records) throws IOException {
        int found = -1;
        Integer announced = null;
        try (JsonParser parser = JsonTokens.parser(answer)) {
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
            throw new UnusableResponseException(window, "something follows after the end of the answer", null);
        }
        if (found < 0) {
            throw new UnusableResponseException(window, "the answer has no array 'records'", null);
        }
        if (announced != null && announced != found) {
            throw new UnusableResponseException(window, "the answer announces " + announced + " records and has " + found + ": it is cut off", null);
        }
    }

    /** Two records of one slot: they are put together as JSON and read again, so that values, raw codes and payload agree. */
    private Reading settle(ResponseHead head, Reading first, Reading second, Window window) {
        try {
            byte[] merged = RecordText.answer(head, RecordText.merged(first.source(), second.source())).getBytes(StandardCharsets.UTF_8);
            return normalise(merged, window).readings().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Records that were read once cannot be read again", e);
        }
    }
}
