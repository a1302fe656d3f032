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
import java.util.Optional;
import java.util.stream.Stream;

/** {@code openapi.yaml}: the operations of the API with their arguments and answers. */
public final class ApiDocument {

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

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

    /** All of them; those of a path without names before those that would match it too. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The operation of a method and a path; HEAD is GET. */
    public Optional<Operation> find(String method, String path) {
        return at(path).filter(operation -> operation.method().equals(method.equals("HEAD") ? "GET" : method)).findFirst();
    }

    /** The methods that a path knows; none where there is no such path. */
    public List<String> methods(String path) {
        return at(path).flatMap(operation -> operation.acts() ? Stream.of("POST") : Stream.of("GET", "HEAD")).distinct().toList();
    }

    private Stream<Operation> at(String path) {
        return operations.stream().filter(operation -> operation.template().match(path).isPresent());
    }

    /** The document as JSON. */
    public String json(String version) {
        ObjectNode copy = document.deepCopy();
        ((ObjectNode) copy.get("info")).put("version", version);
        return WebJson.write(copy);
    }

    private Operation operation(String path, String method, JsonNode node) {
        List<Argument> arguments = new ArrayList<>();
        node.path("parameters").forEach(each -> {
            JsonNode parameter = resolve(each);
            arguments.add(new Argument(parameter.path("name").asText(), parameter.path("in").asText(), parameter.path("required").asBoolean(), expand(parameter.path("schema"))));
        });
        JsonNode body = resolve(node.at("/requestBody/content/application~1json/schema"));
        List<String> required = texts(body.path("required"));
        body.path("properties").properties().forEach(each ->
                arguments.add(new Argument(each.getKey(), "body", required.contains(each.getKey()), expand(each.getValue()))));
        return new Operation(node.path("operationId").asText(), method.toUpperCase(java.util.Locale.ROOT), PathTemplate.of(path), node.path("summary").asText(),
                List.copyOf(arguments), expand(node.at("/responses/200/content/application~1json/schema")));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** A schema with everything that it refers to in its place. */
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

    /** What a {@code $ref} stands for. */
    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(document.at(node.path("$ref").asText().substring(1))) : node;
    }
}
