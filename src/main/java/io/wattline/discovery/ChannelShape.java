package io.wattline.discovery;

import io.wattline.eniscope.ResponseShape;
import java.util.Map;
import java.util.TreeMap;

/**
 * The form of a channel's answers as it is known.
 *
 * @param fields by code
 */
public record ChannelShape(String timeZone, Integer resolutionSeconds, Map<String, Known> fields) {

    /**
     * One field.
     *
     * @param unit     as answers write it
     * @param types    JSON types that values came in, see {@link ResponseShape.FieldShape#types()}
     * @param vanished whether it came once and does not any more
     */
    public record Known(String unit, int types, boolean vanished) {
    }

    public ChannelShape {
        fields = Map.copyOf(fields);
    }

    /** What is known after an answer: nothing is forgotten, so that what has vanished is known when it comes back. */
    ChannelShape after(ResponseShape answer) {
        Map<String, Known> after = new TreeMap<>();
        fields.forEach((code, known) -> after.put(code, new Known(known.unit(), known.types(), !answer.fields().containsKey(code))));
        answer.fields().forEach((code, field) -> {
            Known known = fields.get(code);
            after.put(code, new Known(field.unit(), field.types() | (known == null ? 0 : known.types()), false));
        });
        return new ChannelShape(answer.timeZone() == null ? timeZone : answer.timeZone(), answer.resolutionSeconds(), after);
    }

    static ChannelShape of(ResponseShape answer) {
        return new ChannelShape(null, null, Map.of()).after(answer);
    }

    static String types(int types) {
        String text = ((types & ResponseShape.NUMBER) > 0 ? " or number" : "") + ((types & ResponseShape.TEXT) > 0 ? " or text" : "") + ((types & ResponseShape.OTHER) > 0 ? " or other" : "");
        return text.isEmpty() ? "null" : text.substring(4);
    }
}
