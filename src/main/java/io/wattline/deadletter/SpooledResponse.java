package io.wattline.deadletter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.channel.Channel;
import io.wattline.reading.Interval;
import io.wattline.reading.Retrieval;
import io.wattline.reading.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The content of a spooled file, as JSON: what was requested, and the response ({@code answer}). The response is one
 * text in it, so that no byte changes: parsed and written anew, 1.50 would be 1.5 and another dead letter.
 */
record SpooledResponse(int channelId, String channelName, String organizationId, String deviceType, String channelType,
                       long intervalSeconds, String installedAt, String uninstalledAt, String start, String end,
                       List<String> fields, String answer) {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build()).build());

    static byte[] write(Retrieval retrieval) throws JsonProcessingException {
        Window window = retrieval.window();
        Channel channel = window.channel();
        return JSON.writeValueAsBytes(new SpooledResponse(channel.channelId(), channel.channelName(),
                channel.organizationId(), channel.deviceType(), channel.channelType(), channel.interval().toSeconds(),
                text(channel.installedAt()), text(channel.uninstalledAt()), text(window.interval().start()),
                text(window.interval().end()), window.fields(),
                new String(retrieval.page().response(), StandardCharsets.UTF_8)));
    }

    /** Throws {@link IOException}, {@link IllegalArgumentException} or DateTimeException where the file is damaged. */
    static SpooledResponse read(byte[] file) throws IOException {
        JsonNode node = JSON.readTree(file);
        return new SpooledResponse(node.required("channelId").asInt(), node.path("channelName").textValue(),
                node.path("organizationId").textValue(), node.path("deviceType").textValue(),
                node.path("channelType").textValue(), node.required("intervalSeconds").asLong(),
                node.path("installedAt").textValue(), node.path("uninstalledAt").textValue(),
                node.required("start").asText(), node.required("end").asText(), texts(node.required("fields")),
                node.required("answer").asText());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    Window window(long runId) {
        Channel channel = new Channel(channelId, channelName, organizationId, deviceType, channelType,
                Duration.ofSeconds(intervalSeconds), instant(installedAt), instant(uninstalledAt));
        return new Window(channel, new Interval(Instant.parse(start), Instant.parse(end)), fields, runId);
    }

    byte[] response() {
        return answer.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static Instant instant(String text) {
        return text == null ? null : Instant.parse(text);
    }
}
