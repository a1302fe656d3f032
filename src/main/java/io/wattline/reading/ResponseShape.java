package io.wattline.reading;

import java.util.Map;

/**
 * The form of a response, apart from its values. Discovery compares it with the forms of earlier responses.
 *
 * @param timeZone          of the site, as the response names it; null where it does not
 * @param resolutionSeconds length of a bin
 * @param fields            by code: those that {@code units} names and those that stand in a record
 */
public record ResponseShape(String timeZone, Integer resolutionSeconds, Map<String, FieldShape> fields) {

    public static final int NUMBER = 1;
    public static final int TEXT = 2;
    public static final int OTHER = 4;

    public ResponseShape {
        fields = Map.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param unit  as the response has it; empty where it has none
     * @param types in which its values came, {@link #NUMBER} + {@link #TEXT} + {@link #OTHER}; 0 where all were null
     */
    public record FieldShape(String unit, int types) {
    }
}
