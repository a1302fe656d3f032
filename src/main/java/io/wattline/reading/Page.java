package io.wattline.reading;

import java.util.List;
import java.util.Map;

/**
 * The readings of one response, in the units of {@link Column}.
 *
 * @param window   what was requested
 * @param readings readable ones, sorted by start, one per slot; slots without any value are left out
 * @param rejected records that cannot be read or converted; and, as partial ones, records that contradict the reading
 *                 of their slot
 * @param nullBins number of slots without a value: neither a reading nor rejected
 * @param unknownFields how often each code had a value for which {@code config/fields.yaml} has no column
 * @param doubled number of records for a slot that had a reading already
 * @param shape the form of the response; null where no record has a value
 * @param response the body as it arrived, for the spool; null where the page was not read from a response
 */
public record Page(
        Window window,
        List<Reading> readings,
        List<Rejected> rejected,
        int nullBins,
        Map<String, Integer> unknownFields,
        int doubled,
        ResponseShape shape,
        byte[] response) {

    /** A page without doubled slots, that does not come from a response. */
    public Page(
            Window window,
            List<Reading> readings,
            List<Rejected> rejected,
            int nullBins,
            Map<String, Integer> unknownFields) {
        this(window, readings, rejected, nullBins, unknownFields, 0, null, null);
    }

    public Page {
        readings = List.copyOf(readings);
        rejected = List.copyOf(rejected);
        unknownFields = Map.copyOf(unknownFields);
    }
}
