package io.wattline.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.eniscope.ApiRequest;
import io.wattline.eniscope.OfferedFields;
import io.wattline.eniscope.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What one good answer says: its structure, its pages, and where it leads to. */
final class ResponseStudy {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** An id in a path, the version and a number of the load balancer in front of it. */
    private static final String LINK_PREFIX = "^(?:https?://[^/]+)?/*(?:v1/)?(?:1/)?";

    private final ResourceList resources;
    private final Probe probe;
    private final JsonNode answer;
    private final List<Probe> leads = new ArrayList<>();

    private ResponseStudy(ResourceList resources, Probe probe, JsonNode answer) {
        this.resources = resources;
        this.probe = probe;
        this.answer = answer;
    }

    static ProbeResult of(ResourceList resources, Probe probe, byte[] body, Response response) {
        try {
            return new ResponseStudy(resources, probe, JSON.readTree(body)).finding(body, response);
        } catch (IOException e) {
            return ProbeResult.silent(probe, ProbeResult.BROKEN, response.status(), "the answer is no JSON", response.millis());
        }
    }

    private ProbeResult finding(byte[] body, Response response) {
        if (probe.method().equals("OPTIONS")) {
            leadToReadings(body);
        } else {
            leads.add(probe.options());
            leadToRows();
            leadToLinks(answer);
        }
        JsonNode meta = answer.path("meta");
        return new ProbeResult(probe, ProbeResult.ANSWERED, response.status(), null, response.millis(), body.length, number(meta.path("recordCount")),
                number(meta.path("pageCount")), JsonStructure.of(answer), leads);
    }

    private static Integer number(JsonNode node) {
        return node.isMissingNode() ? null : node.asInt();
    }

    /** Readings are given for named fields only: those that OPTIONS names. */
    private void leadToReadings(byte[] body) {
        List<String> fields = OfferedFields.read(body);
        if (probe.path().startsWith("readings/") && !fields.isEmpty()) {
            String query = fields.stream().map(code -> ApiRequest.parameter("fields[]", code)).collect(Collectors.joining("&"))
                    + "&" + ApiRequest.parameter("daterange", "yesterday") + "&" + ApiRequest.parameter("res", 3600);
            leads.add(new Probe("GET", probe.template(), probe.path(), query, probe.origin()));
        }
    }

    /** The first row of a list by its id, each device type's fields, and the readings of one channel of each device type. */
    private void leadToRows() {
        // customparameters wraps its rows in another word
        JsonNode rows = answer.path(answer.has(probe.path()) ? probe.path() : "result");
        resources.find(probe.path()).filter(resource -> !resource.id().isEmpty() && rows.path(0).hasNonNull(resource.id()))
                .ifPresent(resource -> leads.add(Probe.get(probe.path() + "/" + rows.path(0).path(resource.id()).asText(), "", "row")));
        Map<String, String> channelByType = new LinkedHashMap<>();
        rows.forEach(row -> {
            if (row.hasNonNull("deviceTypeId")) {
                leads.add(Probe.get("fields/" + row.path("deviceTypeId").asText(), "", "device type"));
            }
            if (row.hasNonNull("dataChannelId")) {
                channelByType.putIfAbsent(row.path("deviceTypeId").asText("?"), row.path("dataChannelId").asText());
            }
        });
        channelByType.forEach((type, channel) ->
                leads.add(new Probe("OPTIONS", "readings/{channel of device type " + type + "}", "readings/" + channel, "", "device type")));
    }

    /** The path of every link: the host that it names may be any behind the load balancer. */
    private void leadToLinks(JsonNode node) {
        if (node.isObject()) {
            node.path("links").forEach(link -> {
                String path = link.asText().replaceFirst(LINK_PREFIX, "").replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
                if (link.isTextual() && path.matches("[\\w-]+(/[\\w-]+)*")) {
                    leads.add(Probe.get(path, "", "link"));
                }
            });
        }
        node.forEach(this::leadToLinks);
    }
}
