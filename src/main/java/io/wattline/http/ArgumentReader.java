package io.wattline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.http.ProblemException.InvalidArgument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the arguments of a request. For each one that is invalid it says what was found and what is allowed. */
final class ArgumentReader {

    private final ApiOperation operation;
    private final List<InvalidArgument> invalid = new ArrayList<>();

    private ArgumentReader(ApiOperation operation) {
        this.operation = operation;
    }

    /** @throws ProblemException 400 that names every invalid argument */
    static Arguments read(ApiOperation operation, ApiRequest request) throws ProblemException {
        return new ArgumentReader(operation).read(request);
    }

    private Arguments read(ApiRequest request) throws ProblemException {
        Map<String, Object> given = new HashMap<>(operation.template().match(request.path()).orElse(Map.of()));
        readQuery(request.query(), given);
        if (operation.acts()) {
            readBody(request.body(), given);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        operation.arguments().forEach(argument ->
                values.put(argument.name(), value(argument, given.remove(argument.name()))));
        List<String> known = operation.arguments().stream().map(Argument::name).toList();
        given.keySet().forEach(name -> invalid.add(new InvalidArgument(name, "is unknown; allowed: " + known)));
        if (!invalid.isEmpty()) {
            throw new ProblemException(400, invalid.size() + " argument(s) are invalid", invalid);
        }
        return new Arguments(values);
    }

    private void readQuery(String query, Map<String, Object> given) {
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = PathTemplate.decode(equals < 0 ? pair : pair.substring(0, equals));
            if (given.put(name, equals < 0 ? "" : PathTemplate.decode(pair.substring(equals + 1))) != null) {
                invalid.add(new InvalidArgument(name, "is given more than once; allowed: once"));
            }
        }
    }

    private static void readBody(String body, Map<String, Object> given) throws ProblemException {
        try {
            JsonNode object = WebJson.read(body == null || body.isBlank() ? "{}" : body);
            if (!object.isObject()) {
                throw new ProblemException(400,
                        "The body is not a JSON object; allowed: an object such as {\"by\": \"ann\"}");
            }
            object.properties().forEach(each -> given.put(each.getKey(), each.getValue()));
        } catch (JsonProcessingException e) {
            throw new ProblemException(400, "The body is not valid JSON: " + e.getOriginalMessage());
        }
    }

    private Object value(Argument argument, Object given) {
        boolean missing = given == null || "".equals(given) || given instanceof JsonNode node && node.isNull();
        if (missing && argument.required()) {
            invalid.add(new InvalidArgument(argument.name(), "is missing; allowed: "
                    + AllowedValues.of(argument.schema())));
        }
        try {
            return missing ? SchemaValues.fallback(argument.schema()) : parse(argument.schema(), given);
        } catch (IllegalArgumentException e) {
            String reason = e.getMessage() + "; allowed: " + AllowedValues.of(argument.schema());
            invalid.add(new InvalidArgument(argument.name(), reason));
            return null;
        }
    }

    private static Object parse(JsonNode schema, Object given) {
        return given instanceof JsonNode node ? SchemaValues.ofJson(schema, node)
                : SchemaValues.ofText(schema, (String) given);
    }
}
