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

/** The payload of a reading that was set aside, with a window made from it: what {@link Normaliser#normalise} takes to read it again. */
public record ReplayedResponse(byte[] answer, Window window) {

    /**
     * The window is the one slot of the record's timestamp, in the resolution of the payload. A timestamp off the grid gets the slot that holds it and is
     * rejected again; so is a record without a timestamp, whatever its window. One that lay outside its first window is taken: who replays it wants it.
     *
     * @param channels looks a channel up by its id
     * @param runId    the run on whose behalf it is replayed
     * @throws UnusableResponseException where the payload is no answer with one record, or of a channel that nobody knows
     */
    public static ReplayedResponse of(String payload, IntFunction<Optional<Channel>> channels, long runId) {
        byte[] answer = payload.getBytes(StandardCharsets.UTF_8);
        try {
            ResponseHead head = ResponseHead.scan(answer);
            if (head.channelId() == null || head.resolutionSeconds() == null || head.resolutionSeconds() <= 0) {
                throw new UnusableResponseException("Payload names no channel or no resolution; it cannot be replayed and stays as it is", null);
            }
            Channel channel = channels.apply(head.channelId()).orElseThrow(() -> new UnusableResponseException("Channel " + head.channelId()
                    + " of the payload is not known (rule channel-known); sync the metadata first. The payload stays as it is", null));
            Duration step = Duration.ofSeconds(head.resolutionSeconds());
            Instant start = Interval.floor(timestamp(answer), step);
            List<String> fields = head.units() == null ? List.of() : head.units().keySet().stream().filter(code -> !code.equals(RecordReader.TIMESTAMP)).toList();
            return new ReplayedResponse(answer, new Window(withInterval(channel, step), new Interval(start, start.plus(step)), fields, runId));
        } catch (IOException e) {
            throw new UnusableResponseException("Payload is no whole JSON (" + e.getMessage() + "); it cannot be replayed and stays as it is", e);
        }
    }

    /** The channel as it was when the reading came. */
    private static Channel withInterval(Channel channel, Duration interval) {
        return new Channel(channel.channelId(), channel.channelName(), channel.organizationId(), channel.deviceType(), channel.channelType(), interval,
                channel.installedAt(), channel.uninstalledAt());
    }

    /** The first timestamp of a record; the epoch where there is none that can be read. */
    private static Instant timestamp(byte[] answer) throws IOException {
        try (JsonParser parser = JsonTokens.parser(answer)) {
            boolean inRecords = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals("records")) {
                    inRecords = true;
                } else if (inRecords && token == JsonToken.FIELD_NAME && parser.currentName().equals(RecordReader.TIMESTAMP)) {
                    parser.nextToken();
                    return Objects.requireNonNullElse(JsonTokens.instant(parser), Instant.EPOCH);
                }
            }
        }
        return Instant.EPOCH;
    }
}
