package io.wattline.reading;

import java.util.List;
import java.util.Map;

/**
 * What one answer said, read and in our units.
 *
 * @param window   the question
 * @param readings readable ones, sorted by start, one per slot, rows without any value left out
 * @param rejected records that cannot be read or converted
 * @param nullBins how many slots of the answer held no value: "no data yet", neither a reading nor a reject
 * @param unknownFields how often each code was seen that {@code config/fields.yaml} does not map to a column
 */
public record Page(Window window, List<Reading> readings, List<Rejected> rejected, int nullBins, Map<String, Integer> unknownFields) {

    public Page {
        readings = List.copyOf(readings);
        rejected = List.copyOf(rejected);
        unknownFields = Map.copyOf(unknownFields);
    }
}
