package io.wattline.reading;

import io.wattline.eniscope.ResponseShape;
import java.util.List;
import java.util.Map;

/**
 * What one answer said, read and in our units.
 *
 * @param window   the question
 * @param readings readable ones, sorted by start, one per slot, rows without any value left out
 * @param rejected records that cannot be read or converted
 * @param nullBins how many slots of the answer held no value: "no data yet", neither a reading nor a reject
 * @param unknownFields how often each code had a value that {@code config/fields.yaml} does not map to a column
 * @param doubled how many records came for a slot that had a reading already; of each column the last value that is not null is kept
 * @param shape the form of the answer; null where no record had a value
 */
public record Page(Window window, List<Reading> readings, List<Rejected> rejected, int nullBins, Map<String, Integer> unknownFields,
                   int doubled, ResponseShape shape) {

    /** A page in which no slot came twice, of an answer whose form is of no interest. */
    public Page(Window window, List<Reading> readings, List<Rejected> rejected, int nullBins, Map<String, Integer> unknownFields) {
        this(window, readings, rejected, nullBins, unknownFields, 0, null);
    }

    public Page {
        readings = List.copyOf(readings);
        rejected = List.copyOf(rejected);
        unknownFields = Map.copyOf(unknownFields);
    }
}
