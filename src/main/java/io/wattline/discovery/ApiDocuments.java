package io.wattline.discovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The two files that a discovery writes to {@code docs/}: {@code api_discovery_results.json} for programs and {@code
 * api.md} for people. Both are sorted, with values masked and times and sizes rounded, so that a difference shows what
 * has changed at the source.
 */
public final class ApiDocuments {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ApiDocuments() {
    }

    /**
     * Writes both files.
     *
     * @param source name of the source, for readers
     */
    public static void write(Path folder, Discovered discovered, String source) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("api_discovery_results.json"), json(discovered, source));
            Files.writeString(folder.resolve("api.md"), ApiPage.of(discovered, source));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write what was discovered into " + folder + ": " + e.getMessage(), e);
        }
    }

    static String json(Discovered discovered, String source) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("source", source);
        document.put("writtenBy", "./wattline discover; measured times and sizes are in table api_endpoint_runs");
        ObjectNode endpoints = document.putObject("endpoints");
        discovered.endpoints().forEach(endpoint -> endpoints.set(endpoint.name(), node(endpoint)));
        try {
            return JSON.writeValueAsString(document).replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Objects, texts and numbers are always JSON", e);
        }
    }

    private static JsonNode node(Endpoint endpoint) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("state", endpoint.state())
                .put("status", endpoint.status())
                .put("origin", endpoint.origin())
                .put("time", endpoint.time())
                .put("size", endpoint.size())
                .put("paging", endpoint.paging())
                .put("used", endpoint.used())
                .put("feeds", endpoint.feeds());
        if (endpoint.note() != null) {
            node.put("note", endpoint.note());
        }
        if (endpoint.structure() != null) {
            node.set("structure", endpoint.structure());
        }
        return node;
    }
}
