package io.wattline.eniscope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads which field codes a response offers. The form of {@code OPTIONS /readings/{id}} is known from clients
 * ({@code {"filters":{"fields":["E",...]}}}); that of {@code /fields/{deviceType}} is not documented. So an array of
 * codes, or of objects that name a code, counts wherever it stands.
 */
public final class OfferedFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CODE_KEYS = List.of("code", "fieldCode", "field", "fieldName", "name", "id");

    private OfferedFields() {
    }

    /** The codes in the order of the response, each once; empty where it names none. */
    public static List<String> read(byte[] response) {
        Set<String> codes = new LinkedHashSet<>();
        try {
            collect(JSON.readTree(response), codes);
        } catch (IOException e) {
            return List.of();
        }
        return new ArrayList<>(codes);
    }

    private static void collect(JsonNode node, Set<String> codes) {
        if (node.isArray()) {
            node.forEach(element -> take(element, codes));
        } else {
            node.forEach(child -> collect(child, codes));
        }
    }

    private static void take(JsonNode element, Set<String> codes) {
        if (element.isTextual()) {
            codes.add(element.asText());
            return;
        }
        CODE_KEYS.stream()
                .map(element::path)
                .filter(JsonNode::isTextual)
                .findFirst()
                .ifPresent(code -> codes.add(code.asText()));
    }
}
