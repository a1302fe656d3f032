package io.wattline.eniscope;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.wattline.field.FieldCatalogue;
import io.wattline.json.JsonTokens;
import io.wattline.reading.Column;
import io.wattline.reading.CounterBins;
import io.wattline.reading.CounterRequest;
import io.wattline.reading.Counters;
import io.wattline.reading.UnusableResponseException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads a response of {@code GET /readings/{channel}} whose records are bins of any length, registers, or one total.
 * For one response.
 */
final class CounterReader {

    private final CounterRequest request;
    private final FieldMapping targets;
    private final TreeMap<Instant, Counters> byStart = new TreeMap<>();
    private int records;

    private CounterReader(CounterRequest request, FieldMapping targets) {
        this.request = request;
        this.targets = targets;
    }

    /**
     * {@link UnusableResponseException} where the bytes are not such a response, are of another channel, or name an
     * unknown unit.
     */
    static CounterBins read(byte[] response, CounterRequest request, FieldCatalogue fields) {
        try {
            ResponseHead head = ResponseHead.scan(response);
            if (head.channelId() == null || head.channelId() != request.channelId()) {
                throw unusable(request, "the response is of channel " + head.channelId());
            }
            CounterReader reader = new CounterReader(request, new FieldMapping(fields, head, List.of()));
            reader.readAll(response);
            return new CounterBins(head.resolutionSeconds(), reader.byStart);
        } catch (IOException e) {
            throw unusable(request, "the response is not JSON (" + e.getMessage().lines().findFirst().orElse("") + ")");
        }
    }

    private static UnusableResponseException unusable(CounterRequest request, String found) {
        return new UnusableResponseException(request + ": " + found + "; the response is not used", null);
    }

    private void readAll(byte[] response) throws IOException {
        try (JsonParser parser = JsonTokens.parser(response)) {
            JsonTokens.expectObject(parser);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isRecords = parser.currentName().equals("records");
                if (parser.nextToken() == JsonToken.START_ARRAY && isRecords) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        readRecord(parser);
                    }
                } else {
                    parser.skipChildren();
                }
            }
        }
        if (request.kind() == CounterRequest.Kind.TOTAL && records != 1) {
            throw unusable(request, "the response has " + records + " records; allowed: one");
        }
    }

    private void readRecord(JsonParser parser) throws IOException {
        Instant start = null;
        double energyKwh = Double.NaN;
        double exportKwh = Double.NaN;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String code = parser.currentName();
            parser.nextToken();
            if (code.equals(RecordReader.TIMESTAMP)) {
                start = JsonTokens.instant(parser);
            } else {
                FieldTarget target = targets.of(code);
                energyKwh = target.column == Column.ENERGY_KWH ? value(code, target, parser) : energyKwh;
                exportKwh = target.column == Column.ENERGY_EXPORT_KWH ? value(code, target, parser) : exportKwh;
            }
            parser.skipChildren();
        }
        records++;
        if (start == null && request.kind() == CounterRequest.Kind.TOTAL) {
            start = request.range().start();
        }
        if (start != null && !Double.isNaN(energyKwh)) {
            byStart.put(start, new Counters(energyKwh, exportKwh));
        }
    }

    private double value(String code, FieldTarget target, JsonParser parser) throws IOException {
        if (target.conversion == null && parser.currentToken() != JsonToken.VALUE_NULL) {
            throw unusable(request, targets.unknownUnit(code, target.column));
        }
        return target.conversion == null ? Double.NaN : target.conversion.apply(JsonTokens.number(parser));
    }
}
