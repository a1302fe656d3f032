package io.wattline.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.source.SourceRequest;
import io.wattline.source.SourceResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Studies one good response: its structure, its pages, and the endpoints that it leads to. */
final class ResponseStudy {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** An id in a path, with the version and a number of the load balancer in front of it. */
    private static final String LINK_PREFIX = "^(?:https?://[^/]+)?/*(?:v1/)?(?:1/)?";

    private final ResourceList resources;
    private final Function<byte[], List<String>> offeredFields;
    private final Probe probe;
    private final JsonNode response;
    private final List<Probe> leads = new ArrayList<>();

    private ResponseStudy(
            ResourceList resources, Function<byte[], List<String>> offeredFields, Probe probe, JsonNode response) {
        this.resources = resources;
        this.offeredFields = offeredFields;
        this.probe = probe;
        this.response = response;
    }

    static ProbeResult of(
            ResourceList resources,
            Function<byte[], List<String>> offeredFields,
            Probe probe,
            SourceResponse response) {
        try {
            return new ResponseStudy(resources, offeredFields, probe, JSON.readTree(response.body())).finding(response);
        } catch (IOException e) {
            return ProbeResult.failed(
                    probe, ProbeResult.BROKEN, response.status(), "the response is not JSON", response.millis());
        }
    }

    private ProbeResult finding(SourceResponse received) {
        if (probe.method().equals("OPTIONS")) {
            leadToReadings(received.body());
        } else {
            leads.add(probe.options());
            leadToRows();
            leadToLinks(response);
        }
        JsonNode meta = response.path("meta");
        return new ProbeResult(
                probe,
                ProbeResult.ANSWERED,
                received.status(),
                null,
                received.millis(),
                received.body().length,
                number(meta.path("recordCount")),
                number(meta.path("pageCount")),
                JsonStructure.of(response),
                leads);
    }

    private static Integer number(JsonNode node) {
        return node.isMissingNode() ? null : node.asInt();
    }

    /** The source sends readings of named fields only: those that OPTIONS names. */
    private void leadToReadings(byte[] body) {
        List<String> fields = offeredFields.apply(body);
        if (probe.path().startsWith("readings/") && !fields.isEmpty()) {
            String query = fields.stream()
                            .map(code -> SourceRequest.parameter("fields[]", code))
                            .collect(Collectors.joining("&"))
                    + "&" + SourceRequest.parameter("daterange", "yesterday") + "&"
                    + SourceRequest.parameter("res", 3600);
            leads.add(new Probe("GET", probe.template(), probe.path(), query, probe.origin()));
        }
    }

    /**
     * The first row of a list by its id, each device type's fields, and the readings of one channel of each device
     * type.
     */
    private void leadToRows() {
        // customparameters names its rows 'result'
        JsonNode rows = response.path(response.has(probe.path()) ? probe.path() : "result");
        resources
                .find(probe.path())
                .filter(resource -> !resource.id().isEmpty() && rows.path(0).hasNonNull(resource.id()))
                .ifPresent(resource -> leads.add(Probe.get(
                        probe.path() + "/" + rows.path(0).path(resource.id()).asText(), "", "row")));
        Map<String, String> channelByType = new LinkedHashMap<>();
        rows.forEach(row -> {
            if (row.hasNonNull("deviceTypeId")) {
                leads.add(Probe.get("fields/" + row.path("deviceTypeId").asText(), "", "device type"));
            }
            if (row.hasNonNull("dataChannelId")) {
                channelByType.putIfAbsent(row.path("deviceTypeId").asText("?"), row.path("dataChannelId").asText());
            }
        });
        channelByType.forEach((type, channel) -> leads.add(new Probe(
                "OPTIONS",
                "readings/{channel of device type " + type + "}",
                "readings/" + channel,
                "",
                "device type")));
    }

    /** The path of every link: the host that it names may be any behind the load balancer. */
    private void leadToLinks(JsonNode node) {
        if (node.isObject()) {
            node.path("links").forEach(link -> {
                String path = link.asText()
                        .replaceFirst(LINK_PREFIX, "")
                        .replaceFirst("[?#].*$", "")
                        .replaceFirst("/+$", "");
                if (link.isTextual() && path.matches("[\\w-]+(/[\\w-]+)*")) {
                    leads.add(Probe.get(path, "", "link"));
                }
            });
        }
        node.forEach(this::leadToLinks);
    }
}
