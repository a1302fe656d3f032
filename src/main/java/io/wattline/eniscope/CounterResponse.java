package io.wattline.eniscope;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.wattline.json.JsonTokens;
import io.wattline.reading.Column;
import io.wattline.reading.Counters;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The counters of an answer of {@code GET /readings/{channel}} whose records may be bins of any length, registers, or one total. Nothing of it is kept as readings.
 *
 * @param resolutionSeconds length of its bins in s; null where it names none
 * @param byStart           by start of the bin; bins without energy are left out
 */
public record CounterResponse(Integer resolutionSeconds, TreeMap<Instant, Counters> byStart) {

    /** Empty where the bytes are no such answer, are of another channel, or name a unit that nobody knows. */
    public static Optional<CounterResponse> read(byte[] answer, int channelId, FieldCatalogue fields) {
        try {
            ResponseHead head = ResponseHead.scan(answer);
            if (head.channelId() == null || head.channelId() != channelId) {
                return Optional.empty();
            }
            return Optional.of(new CounterResponse(head.resolutionSeconds(), records(answer, new FieldMapping(fields, head, List.of()))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The counters of the bin that starts then; empty where it has none. */
    public Optional<Counters> at(Instant start) {
        return Optional.ofNullable(byStart.get(start));
    }

    private static TreeMap<Instant, Counters> records(byte[] answer, FieldMapping targets) throws IOException {
        TreeMap<Instant, Counters> byStart = new TreeMap<>();
        try (JsonParser parser = JsonTokens.parser(answer)) {
            JsonTokens.expectObject(parser);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean records = parser.currentName().equals("records");
                if (parser.nextToken() == JsonToken.START_ARRAY && records) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        readRecord(parser, targets, byStart);
                    }
                } else {
                    parser.skipChildren();
                }
            }
        }
        return byStart;
    }

    private static void readRecord(JsonParser parser, FieldMapping targets, TreeMap<Instant, Counters> byStart) throws IOException {
        Instant start = null;
        double energyKwh = Double.NaN;
        double exportKwh = Double.NaN;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String code = parser.currentName();
            parser.nextToken();
            if (code.equals(RecordReader.TIMESTAMP)) {
                start = JsonTokens.instant(parser);
            } else {
                FieldMapping.Target target = targets.of(code);
                double value = target.conversion == null ? Double.NaN : target.conversion.apply(JsonTokens.number(parser));
                energyKwh = target.column == Column.ENERGY_KWH ? value : energyKwh;
                exportKwh = target.column == Column.ENERGY_EXPORT_KWH ? value : exportKwh;
            }
            parser.skipChildren();
        }
        if (start != null && !Double.isNaN(energyKwh)) {
            byStart.put(start, new Counters(energyKwh, exportKwh));
        }
    }
}
