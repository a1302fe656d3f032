package io.wattline.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code openapi.yaml}: the operations of the API with their arguments and responses. */
public final class ApiDocument {

    private final JsonNode document;
    private final List<ApiOperation> operations = new ArrayList<>();

    private ApiDocument(JsonNode document) {
        this.document = document;
        document.path("paths").properties().forEach(path -> path.getValue().properties()
                .forEach(method -> operations.add(operation(path.getKey(), method.getKey(), method.getValue()))));
        operations.sort(Comparator.comparing(operation -> operation.template().names().size()));
    }

    /** The document of this build. */
    public static ApiDocument read() {
        try (InputStream in = ApiDocument.class.getResourceAsStream("/openapi.yaml")) {
            return new ApiDocument(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.yaml cannot be read", e);
        }
    }

    /** All operations. A fixed path comes before a template that would match it too. */
    public List<ApiOperation> operations() {
        return List.copyOf(operations);
    }

    /** The operation of a method and a path. HEAD finds the operation of GET. */
    public Optional<ApiOperation> find(String method, String path) {
        String documented = method.equals("HEAD") ? "GET" : method;
        return at(path).filter(operation -> operation.method().equals(documented)).findFirst();
    }

    /** The methods that a path allows; none where the path does not exist. */
    public List<String> methods(String path) {
        return at(path).flatMap(operation -> operation.acts() ? Stream.of("POST") : Stream.of("GET", "HEAD")).distinct()
                .toList();
    }

    /** A fixed path hides the templates that match it too. */
    private Stream<ApiOperation> at(String path) {
        List<ApiOperation> matching = operations.stream()
                .filter(operation -> operation.template().match(path).isPresent()).toList();
        boolean isFixed = !matching.isEmpty() && matching.get(0).template().names().isEmpty();
        return matching.stream().filter(operation -> !isFixed || operation.template().names().isEmpty());
    }

    /** The document as JSON. */
    public String json(String version) {
        ObjectNode copy = document.deepCopy();
        ((ObjectNode) copy.get("info")).put("version", version);
        return WebJson.write(copy);
    }

    private ApiOperation operation(String path, String method, JsonNode node) {
        JsonNode response = node.at("/responses/200/content/application~1json/schema");
        return new ApiOperation(node.path("operationId").asText(), method.toUpperCase(Locale.ROOT),
                PathTemplate.of(path),
                node.path("summary").asText(), Stream.concat(parameters(node), bodyProperties(node)).toList(),
                expand(response));
    }

    private Stream<Argument> parameters(JsonNode operation) {
        return items(operation.path("parameters")).map(this::resolve)
                .map(parameter -> new Argument(parameter.path("name").asText(),
                parameter.path("in").asText(), parameter.path("required").asBoolean(),
                expand(parameter.path("schema"))));
    }

    private Stream<Argument> bodyProperties(JsonNode operation) {
        JsonNode body = resolve(operation.at("/requestBody/content/application~1json/schema"));
        List<String> required = items(body.path("required")).map(JsonNode::asText).toList();
        return body.path("properties").properties().stream()
                .map(each -> new Argument(each.getKey(), "body", required.contains(each.getKey()),
                expand(each.getValue())));
    }

    private static Stream<JsonNode> items(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items.stream();
    }

    /** The schema with every reference replaced by what it refers to. */
    private JsonNode expand(JsonNode node) {
        JsonNode resolved = resolve(node).deepCopy();
        if (resolved instanceof ObjectNode object) {
            object.properties().forEach(each -> each.setValue(expand(each.getValue())));
        } else if (resolved instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, expand(array.get(i)));
            }
        }
        return resolved;
    }

    /** What a {@code $ref} refers to. */
    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(document.at(node.path("$ref").asText().substring(1))) : node;
    }
}
