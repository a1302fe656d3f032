package io.wattline.eniscope;

import com.fasterxml.jackson.core.JsonToken;
import io.wattline.field.UnitConversion;
import io.wattline.reading.ResponseShape;
import io.wattline.reading.ValueColumn;

/** Where one field goes, and how often it came. */
final class FieldTarget {
    /** The place of what stands for all codes beyond those that one response may bring. */
    static final int FURTHER = -2;

    /** Null where the value goes to {@code raw}. */
    final ValueColumn column;
    /** Where the column's value stands in a reading. */
    final int place;
    /** Null where the unit of the response is unknown. */
    final UnitConversion conversion;
    /**
     * Whether a value makes a reading of a record that is otherwise null. An unknown field that was not requested
     * does not.
     */
    final boolean counts;
    /**
     * What follows each value in {@code raw}: {@code ,"XQ9.unit":"x"} where the unit is not the catalogue's; else
     * empty.
     */
    final String rawUnit;
    /** How many values that are not null came. */
    int seen;
    /** The JSON types of the values, see {@link ResponseShape.FieldShape#types()}. */
    int types;

    FieldTarget(ValueColumn column, int place, UnitConversion conversion, boolean counts, String rawUnit) {
        this.column = column;
        this.place = place;
        this.conversion = conversion;
        this.counts = counts;
        this.rawUnit = rawUnit;
    }

    /** Whether it stands for all codes beyond those that one response may bring. */
    boolean isFurther() {
        return place == FURTHER;
    }

    /** Counts a value that is not null. */
    void count(JsonToken token) {
        seen++;
        types |= token.isNumeric()
                ? ResponseShape.NUMBER
                : token == JsonToken.VALUE_STRING ? ResponseShape.TEXT : ResponseShape.OTHER;
    }
}
