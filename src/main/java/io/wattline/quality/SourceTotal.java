package io.wattline.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.eniscope.FieldUnits;
import io.wattline.reading.Column;
import java.io.IOException;
import java.util.OptionalDouble;

/** Reads the source's answer to {@code action=total}: one record with the difference of the register, in a unit that the answer names. */
final class SourceTotal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FieldUnits units;

    SourceTotal(FieldUnits units) {
        this.units = units;
    }

    /** Energy in kWh; empty where the source has none. {@link IllegalArgumentException} says why the answer cannot be used. */
    OptionalDouble kwh(byte[] answer, int channelId) {
        JsonNode root = parsed(answer);
        if (root.path("channel").asInt(-1) != channelId || root.path("records").size() != 1) {
            throw new IllegalArgumentException("the answer is of channel " + root.path("channel") + " with " + root.path("records").size() + " records; needed: one of channel " + channelId);
        }
        JsonNode energy = root.path("records").get(0).path("E");
        String unit = root.path("units").path("E").asText("");
        if (energy.isMissingNode() || energy.isNull()) {
            return OptionalDouble.empty();
        }
        double value = energy.isNumber() ? energy.asDouble() : Double.parseDouble(energy.asText());
        return OptionalDouble.of(units.conversion(Column.ENERGY_KWH, unit)
                .orElseThrow(() -> new IllegalArgumentException("the total comes in the unit '" + unit + "'; known: " + units.known(Column.ENERGY_KWH))).apply(value));
    }

    private static JsonNode parsed(byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new IllegalArgumentException("the answer is no JSON", e);
        }
    }
}
