package io.wattline.reading;

import io.wattline.settings.Durations;
import java.time.Duration;
import java.util.List;

/**
 * Asks the source for the energy counters of a channel over a half-open range; the response is {@link CounterBins}.
 *
 * @param codes      the counters' field codes that the channel has; empty for the code of energy alone
 * @param range      aligned to {@code resolution} where there is one
 * @param kind       what each bin holds
 * @param resolution length of a bin; null for {@link Kind#TOTAL}, which is one bin over the range
 */
public record CounterRequest(int channelId, List<String> codes, Interval range, Kind kind, Duration resolution) {

    /** What a bin of the response holds. */
    public enum Kind {
        /** Energy over the whole range. */
        TOTAL,
        /** Energy of each bin. */
        USAGE,
        /** The register at each bin. */
        REGISTER
    }

    public CounterRequest {
        codes = List.copyOf(codes);
        if ((kind == Kind.TOTAL) != (resolution == null)) {
            throw new IllegalArgumentException("Channel " + channelId
                    + ": a total has no resolution, bins need one; found " + kind + " with "
                    + (resolution == null ? "none" : Durations.text(resolution)));
        }
    }

    public static CounterRequest total(int channelId, List<String> codes, Interval range) {
        return new CounterRequest(channelId, codes, range, Kind.TOTAL, null);
    }

    public static CounterRequest usage(int channelId, List<String> codes, Interval range, Duration resolution) {
        return new CounterRequest(channelId, codes, range, Kind.USAGE, resolution);
    }

    public static CounterRequest register(int channelId, List<String> codes, Interval range, Duration resolution) {
        return new CounterRequest(channelId, codes, range, Kind.REGISTER, resolution);
    }

    @Override
    public String toString() {
        return "energy of channel " + channelId + " " + range;
    }
}
