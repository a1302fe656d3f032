package io.wattline.eniscope;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.wattline.channel.Channel;
import io.wattline.json.JsonTokens;
import io.wattline.reading.Interval;
import io.wattline.reading.UnusableResponseException;
import io.wattline.reading.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The payload of a dead letter, and the window of its record: what {@link Normaliser#normalise} needs to read it again.
 */
public record ReplayedResponse(byte[] response, Window window) {

    /**
     * The window is the slot of the record's timestamp, in the resolution of the payload. A timestamp off the grid is
     * rejected again, as is a record without a timestamp. A record that lay outside the window of its request is
     * accepted.
     *
     * @param channels looks a channel up by its id
     * @param runId    the run on whose behalf it is replayed
     * @throws UnusableResponseException where the payload is no response with one record, or its channel is unknown
     */
    public static ReplayedResponse of(String payload, IntFunction<Optional<Channel>> channels, long runId) {
        byte[] response = payload.getBytes(StandardCharsets.UTF_8);
        try {
            ResponseHead head = ResponseHead.scan(response);
            Channel channel = channel(head, channels);
            Duration step = Duration.ofSeconds(head.resolutionSeconds());
            Instant start = Interval.floor(timestamp(response), step);
            List<String> fields = head.units() == null
                    ? List.of()
                    : head.units().keySet().stream()
                            .filter(code -> !code.equals(RecordReader.TIMESTAMP))
                            .toList();
            return new ReplayedResponse(
                    response,
                    new Window(withInterval(channel, step), new Interval(start, start.plus(step)), fields, runId));
        } catch (IOException e) {
            throw new UnusableResponseException("The payload is not complete JSON (" + e.getMessage()
                    + "); it cannot be replayed and stays as it is", e);
        }
    }

    private static Channel channel(ResponseHead head, IntFunction<Optional<Channel>> channels) {
        if (head.channelId() == null || head.resolutionSeconds() == null || head.resolutionSeconds() <= 0) {
            throw new UnusableResponseException(
                    "The payload names no channel or no resolution; it cannot be replayed and stays as it is", null);
        }
        return channels.apply(head.channelId())
                .orElseThrow(() -> new UnusableResponseException(
                        "Channel " + head.channelId() + " of the payload is unknown (rule channel-known); run "
                                + "./wattline sync first. The payload stays as it is",
                        null));
    }

    /** The channel with the interval that it had when the reading came. */
    private static Channel withInterval(Channel channel, Duration interval) {
        return new Channel(
                channel.channelId(),
                channel.channelName(),
                channel.organizationId(),
                channel.deviceType(),
                channel.channelType(),
                interval,
                channel.installedAt(),
                channel.uninstalledAt());
    }

    /** The first timestamp of a record; the epoch where no timestamp can be read. */
    private static Instant timestamp(byte[] response) throws IOException {
        try (JsonParser parser = JsonTokens.parser(response)) {
            boolean inRecords = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals("records")) {
                    inRecords = true;
                } else if (inRecords
                        && token == JsonToken.FIELD_NAME
                        && parser.currentName().equals(RecordReader.TIMESTAMP)) {
                    parser.nextToken();
                    return Objects.requireNonNullElse(JsonTokens.instant(parser), Instant.EPOCH);
                }
            }
        }
        return Instant.EPOCH;
    }
}
