package io.wattline.discovery;

import io.wattline.reading.ResponseShape;
import java.util.Map;
import java.util.TreeMap;

/**
 * The known form of a channel's responses.
 *
 * @param fields by code
 */
public record ChannelShape(String timeZone, Integer resolutionSeconds, Map<String, Known> fields) {

    /**
     * One field.
     *
     * @param unit     as responses write it
     * @param types    JSON types of its values, see {@link ResponseShape.FieldShape#types()}
     * @param vanished whether it came before and comes no more
     */
    public record Known(String unit, int types, boolean vanished) {
    }

    public ChannelShape {
        fields = Map.copyOf(fields);
    }

    /** The known form after another response. Fields that vanish stay known, so that their return is noticed. */
    ChannelShape after(ResponseShape response) {
        Map<String, Known> after = new TreeMap<>();
        fields.forEach((code, known) -> after.put(
                code, new Known(known.unit(), known.types(), !response.fields().containsKey(code))));
        response.fields().forEach((code, field) -> {
            Known known = fields.get(code);
            after.put(code, new Known(field.unit(), field.types() | (known == null ? 0 : known.types()), false));
        });
        return new ChannelShape(
                response.timeZone() == null ? timeZone : response.timeZone(), response.resolutionSeconds(), after);
    }

    static ChannelShape of(ResponseShape response) {
        return new ChannelShape(null, null, Map.of()).after(response);
    }

    static String types(int types) {
        String text = ((types & ResponseShape.NUMBER) > 0 ? " or number" : "")
                + ((types & ResponseShape.TEXT) > 0 ? " or text" : "")
                + ((types & ResponseShape.OTHER) > 0 ? " or other" : "");
        return text.isEmpty() ? "null" : text.substring(4);
    }
}
