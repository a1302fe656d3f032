package io.wattline.eniscope;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.wattline.json.JsonTokens;
import io.wattline.reading.DataQuality;
import io.wattline.reading.Reading;
import io.wattline.reading.Reasons;
import io.wattline.reading.ResponseShape;
import io.wattline.reading.Window;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** Reads the records of one response, one by one, into a {@link SlotTable}. For one thread and one response. */
final class RecordReader {

    static final String TIMESTAMP = "ts";
    private final byte[] response;
    private final Window window;
    private final FieldMapping targets;
    private final SlotTable slots;
    private final double[] noValues;

    private double[] values;
    private Instant start;
    private StringBuilder raw;
    private boolean hasValue;
    private final RecordFaults faults = new RecordFaults();

    RecordReader(byte[] response, Window window, FieldMapping targets, SlotTable slots) {
        this.response = response;
        this.window = window;
        this.targets = targets;
        this.slots = slots;
        noValues = new double[targets.width()];
        Arrays.fill(noValues, Double.NaN);
    }

    /** Reads the array at which the parser stands; gives the number of its elements. */
    int readAll(JsonParser parser) throws IOException {
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            read(parser);
            count++;
        }
        return count;
    }

    Map<String, Integer> unknownFields() {
        return targets.unknownFields();
    }

    ResponseShape shape() {
        return targets.shape();
    }

    private void read(JsonParser parser) throws IOException {
        int from = JsonTokens.start(parser);
        values = noValues.clone();
        start = null;
        raw = null;
        hasValue = false;
        faults.clear();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            readFields(parser);
        } else {
            parser.skipChildren();
            faults.unreadable("the record is no JSON object", "an object with 'ts' and values");
        }
        finish(new ResponseRecord(response, targets.head(), from, JsonTokens.end(parser)));
    }

    private void readFields(JsonParser parser) throws IOException {
        boolean timed = false;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (name.equals(TIMESTAMP)) {
                timed = true;
                readTimestamp(parser);
            } else {
                readValue(name, parser);
            }
        }
        if (!timed) {
            faults.noTimestamp("no field 'ts'");
        }
    }

    private void readTimestamp(JsonParser parser) throws IOException {
        parser.nextToken();
        start = JsonTokens.instant(parser);
        if (start == null) {
            faults.noTimestamp("field 'ts' is " + found(parser));
        }
        parser.skipChildren();
    }

    private void readValue(String code, JsonParser parser) throws IOException {
        FieldTarget target = targets.of(code);
        int from = target.column == null ? JsonTokens.start(parser) : 0;
        if (parser.nextToken() == JsonToken.VALUE_NULL) {
            return; // no data: it is never 0 and replaces no value
        }
        hasValue |= target.counts;
        if (target.isFurther()) {
            target.count(parser.currentToken());
            parser.skipChildren();
            return;
        }
        target.count(parser.currentToken());
        if (target.column == null) {
            keepRaw(from, target.rawUnit, parser);
        } else if (target.conversion == null) {
            faults.unknownUnit(targets.unknownUnit(code, target.column));
            parser.skipChildren();
        } else {
            convert(code, target, parser);
        }
    }

    private void convert(String code, FieldTarget target, JsonParser parser) throws IOException {
        double value = target.conversion.apply(JsonTokens.number(parser));
        if (Double.isFinite(value)) {
            values[target.place] = value;
        } else {
            faults.unreadable("field " + code + " is " + found(parser), "a finite number or null");
            parser.skipChildren();
        }
    }

    private void keepRaw(int from, String unit, JsonParser parser) throws IOException {
        parser.skipChildren();
        raw = (raw == null ? new StringBuilder("{") : raw.append(','))
                .append(RecordText.cut(response, from, JsonTokens.end(parser)))
                .append(unit);
    }

    private static String found(JsonParser parser) throws IOException {
        return parser.currentToken().isScalarValue()
                ? "'" + Reasons.clean(parser.getText()) + "'"
                : "a JSON list or object";
    }

    private void finish(ResponseRecord source) {
        if (start != null && !hasValue && faults.isEmpty()) {
            slots.addEmpty(start);
            return;
        }
        if (start != null) {
            faults.checkTime(start, window);
        }
        if (faults.isEmpty()) {
            slots.add(new Reading(
                    window.channel().channelId(), start, values, DataQuality.MEASURED, null,
                    raw == null ? null : raw.append('}').toString(), source));
        } else {
            slots.add(faults.reject(window, start, source), window);
        }
    }
}
