package io.wattline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.http.ProblemException.Wrong;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a caller has said, and says of everything that cannot be taken what was found and what is allowed. */
final class ArgumentReader {

    private final Operation operation;
    private final List<Wrong> wrong = new ArrayList<>();

    private ArgumentReader(Operation operation) {
        this.operation = operation;
    }

    /** @throws ProblemException 400 that names every argument that is wrong */
    static Arguments read(Operation operation, WebQuery question) throws ProblemException {
        return new ArgumentReader(operation).read(question);
    }

    private Arguments read(WebQuery question) throws ProblemException {
        Map<String, Object> given = new HashMap<>(operation.template().match(question.path()).orElse(Map.of()));
        query(question.query(), given);
        if (operation.acts()) {
            body(question.body(), given);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        operation.arguments().forEach(argument -> values.put(argument.name(), value(argument, given.remove(argument.name()))));
        given.keySet().forEach(name -> wrong.add(new Wrong(name, "is not known here; allowed: " + operation.arguments().stream().map(Argument::name).toList())));
        if (!wrong.isEmpty()) {
            throw new ProblemException(400, wrong.size() + " argument(s) cannot be taken", wrong);
        }
        return new Arguments(values);
    }

    private void query(String query, Map<String, Object> given) {
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = PathTemplate.decode(equals < 0 ? pair : pair.substring(0, equals));
            if (given.put(name, equals < 0 ? "" : PathTemplate.decode(pair.substring(equals + 1))) != null) {
                wrong.add(new Wrong(name, "stands more than once; allowed: once"));
            }
        }
    }

    private void body(String body, Map<String, Object> given) throws ProblemException {
        try {
            JsonNode object = WebJson.read(body == null || body.isBlank() ? "{}" : body);
            if (!object.isObject()) {
                throw new ProblemException(400, "The body is JSON, but no object; allowed: an object such as {\"by\": \"ann\"}");
            }
            object.properties().forEach(each -> given.put(each.getKey(), each.getValue()));
        } catch (JsonProcessingException e) {
            throw new ProblemException(400, "The body is no JSON: " + e.getOriginalMessage());
        }
    }

    private Object value(Argument argument, Object given) {
        boolean missing = given == null || "".equals(given) || given instanceof JsonNode node && node.isNull();
        if (missing && argument.required()) {
            wrong.add(new Wrong(argument.name(), "is missing; allowed: " + Schemas.allowed(argument.schema())));
        }
        try {
            return missing ? Schemas.standard(argument.schema()) : given instanceof JsonNode node ? Schemas.ofJson(argument.schema(), node) : Schemas.ofText(argument.schema(), (String) given);
        } catch (IllegalArgumentException e) {
            wrong.add(new Wrong(argument.name(), e.getMessage() + "; allowed: " + Schemas.allowed(argument.schema())));
            return null;
        }
    }
}
