package io.wattline.lab.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the records of one response; everything that does not differ between rows is made once. */
final class RowWriter {

    private final JsonBytes json;
    private final SimulatedUnits units;
    private final boolean strings;
    private final byte[] extra;
    private final SimulatedField[] fields;
    private final byte[][] keys;
    private final int[] decimals;

    /**
     * @param strings numbers in quotes
     * @param extra   key of a field that was not requested; null for none
     */
    RowWriter(JsonBytes json, List<String> codes, SimulatedUnits units, boolean strings, byte[] extra) {
        this.json = json;
        this.units = units;
        this.strings = strings;
        this.extra = extra;
        fields = codes.stream().map(SimulatedField::of).toArray(SimulatedField[]::new);
        keys = codes.stream()
                .map(code -> (",\"" + code + "\":").getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        decimals = new int[fields.length];
        for (int i = 0; i < fields.length; i++) {
            decimals[i] = fields[i] == null ? 0 : 6 + units.shift(fields[i]);
        }
    }

    void writeUnits() {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] != null) {
                json.raw(keys[i]).raw('"').ascii(units.name(fields[i])).raw('"');
            }
        }
        if (extra != null) {
            json.raw(extra).ascii("\"x\"");
        }
    }

    void write(Bin bin, boolean first) {
        json.ascii(first ? "{\"ts\":" : ",{\"ts\":");
        if (bin.bad == ImpossibleReading.TIMESTAMP_MISSING) {
            json.none();
        } else {
            number(bin.ts, 0);
        }
        for (int i = 0; i < fields.length; i++) {
            json.raw(keys[i]);
            value(bin, fields[i], decimals[i]);
        }
        if (extra != null) {
            json.raw(extra).raw('7');
        }
        json.raw('}');
    }

    private void value(Bin bin, SimulatedField field, int places) {
        if (field == null || bin.empty || bin.micros[field.ordinal()] == Bin.NONE) {
            json.none();
        } else if (bin.bad == ImpossibleReading.NOT_A_NUMBER && field == SimulatedField.E) {
            json.ascii("\"n/a\"");
        } else {
            number(bin.micros[field.ordinal()], places);
        }
    }

    private void number(long unscaled, int places) {
        if (strings) {
            json.raw('"').decimal(unscaled, places).raw('"');
        } else {
            json.decimal(unscaled, places);
        }
    }
}
