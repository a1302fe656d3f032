package io.wattline.reading;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the source says to a {@link CounterRequest}. Nothing of it is kept as readings.
 *
 * @param resolutionSeconds length of its bins in s; null where the source names none
 * @param byStart           by start of the bin; bins without energy are left out
 */
public record CounterBins(Integer resolutionSeconds, TreeMap<Instant, Counters> byStart) {

    /** The counters of the bin that starts then; empty where it has none. */
    public Optional<Counters> at(Instant start) {
        return Optional.ofNullable(byStart.get(start));
    }
}
