package io.wattline.deadletter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.channel.Channel;
import io.wattline.eniscope.Normaliser;
import io.wattline.reading.Interval;
import io.wattline.reading.Page;
import io.wattline.reading.UnusableResponseException;
import io.wattline.reading.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that had arrived when the database could not take them, as files: the question and the answer as it came, so that they go
 * through the same way again. Draining one twice changes nothing, since readings are kept by slot.
 */
public final class Spool {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    /** The answer is one text in the file, so that it comes back to the byte: parsed and written anew, 1.50 would be 1.5 and another dead letter. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build()).build());

    private static final String UNREADABLE = "unreadable/";

    private final Normaliser normaliser;

    public Spool(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    private record Letter(int channelId, String channelName, String organizationId, String deviceType, String channelType, long intervalSeconds, String installedAt,
                          String uninstalledAt, String start, String end, List<String> fields, String answer) {
    }

    /** One file for a channel and window: the same window again takes its place. */
    public String fileName(Window window) {
        return "channel-" + window.channel().channelId() + "-" + window.interval().start().getEpochSecond() + "-"
                + window.interval().end().getEpochSecond() + ".json";
    }

    /** The file's content. */
    public byte[] letter(Window window, byte[] answer) throws JsonProcessingException {
        Channel channel = window.channel();
        LOG.warn("{}: the answer cannot be kept now; it goes to the spool and is sent through again by itself", window);
        return JSON.writeValueAsBytes(new Letter(channel.channelId(), channel.channelName(), channel.organizationId(), channel.deviceType(), channel.channelType(),
                channel.interval().toSeconds(), text(channel.installedAt()), text(channel.uninstalledAt()), text(window.interval().start()),
                text(window.interval().end()), window.fields(), new String(answer, StandardCharsets.UTF_8)));
    }

    /** The page of a file, on behalf of a new run; {@link UnreadableLetterException} where the file is none of ours or damaged. */
    public Page page(byte[] letter, long runId) {
        try {
            return read(letter, runId);
        } catch (IOException | IllegalArgumentException | DateTimeException | UnusableResponseException e) {
            throw new UnreadableLetterException(e);
        }
    }

    private Page read(byte[] letter, long runId) throws IOException {
        JsonNode node = JSON.readTree(letter);
        Channel channel = new Channel(node.required("channelId").asInt(), node.path("channelName").textValue(), node.path("organizationId").textValue(),
                node.path("deviceType").textValue(), node.path("channelType").textValue(), Duration.ofSeconds(node.required("intervalSeconds").asLong()),
                instant(node.path("installedAt")), instant(node.path("uninstalledAt")));
        List<String> fields = new ArrayList<>();
        node.required("fields").forEach(field -> fields.add(field.asText()));
        Interval interval = new Interval(instant(node.required("start")), instant(node.required("end")));
        return normaliser.normalise(node.required("answer").asText().getBytes(StandardCharsets.UTF_8), new Window(channel, interval, fields, runId));
    }

    public void drained(String fileName) {
        LOG.info("Spool: {} has been kept", fileName);
    }

    /** The file is moved aside, so that it does not hold up the others. */
    public void unreadable(String fileName, Exception e) {
        LOG.error("Spool: {} cannot be read and has been moved to {} in the spool; nothing else waits for it. Put it right and move it back, or delete it:"
                + " its window is asked for again in any case, since the cursor has not moved. {}", fileName, UNREADABLE, e.getMessage());
    }

    /** Neither database nor file: the answer is dropped, and the source is asked again. */
    public void unwritable(Window window, Exception e) {
        LOG.error("{}: the database cannot keep the answer and spool.directory (config/application.properties) cannot be written: {}. Make room or give"
                + " rights there; nothing is lost, since the cursor has not moved and the window is asked for again", window, e.getMessage());
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static Instant instant(JsonNode node) {
        return node.isTextual() ? Instant.parse(node.textValue()) : null;
    }
}
