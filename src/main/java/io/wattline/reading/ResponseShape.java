package io.wattline.reading;

import java.util.Map;

/**
 * The form of one answer, whatever its values: what is held against the form of the answers before it.
 *
 * @param timeZone          of the site, as the answer names it; null where it does not
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
     * @param unit  as the answer writes it; empty where it names none
     * @param types in which its values came, {@link #NUMBER} + {@link #TEXT} + {@link #OTHER}; 0 where all were null
     */
    public record FieldShape(String unit, int types) {
    }
}
