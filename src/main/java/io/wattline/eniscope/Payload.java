package io.wattline.eniscope;

import io.wattline.reading.RecordOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What is kept of a reading that is set aside: an answer with this one record, so that it can be sent through the same way again. */
public final class Payload {

    private Payload() {
    }

    /**
     * {@code {"channel":..,"resolution":..,"units":{..},"records":[{..}]}}, fit for a {@code jsonb} column; null where the reading has no source, as one read
     * from the table has.
     */
    public static String of(RecordOrigin source) {
        if (source == null) {
            return null;
        }
        try {
            return RecordText.answer(ResponseHead.scan(source.answer()), RecordText.cut(source.answer(), source.from(), source.to()));
        } catch (IOException e) {
            throw new UncheckedIOException("An answer that was read once cannot be read again", e);
        }
    }
}
