package io.wattline.eniscope;

import io.wattline.field.Field;
import io.wattline.field.FieldCatalogue;
import io.wattline.reading.Column;
import io.wattline.reading.CounterBins;
import io.wattline.reading.CounterRequest;
import io.wattline.source.ExpectedRecords;
import io.wattline.source.SourceRequest;
import io.wattline.source.SourceResponse;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;

/**
 * Energy counters from {@code GET /readings/{channel}}: totals, bins and registers ({@code action=total}, {@code
 * showCounters=1}).
 */
public final class CounterCalls {

    private final FieldCatalogue fields;

    public CounterCalls(FieldCatalogue fields) {
        this.fields = fields;
    }

    public SourceRequest request(CounterRequest wanted) {
        StringJoiner query = new StringJoiner("&");
        codes(wanted).forEach(code -> query.add(SourceRequest.parameter("fields[]", code)));
        query.add(date(wanted.range().start())).add(date(wanted.range().end()));
        if (wanted.kind() == CounterRequest.Kind.TOTAL) {
            query.add(SourceRequest.parameter("action", "total"));
        } else {
            query.add(SourceRequest.parameter("res", wanted.resolution().toSeconds()));
            query.add(SourceRequest.parameter("action", "summarize"));
        }
        if (wanted.kind() == CounterRequest.Kind.REGISTER) {
            query.add(SourceRequest.parameter("showCounters", 1));
        }
        return SourceRequest.get("readings/" + wanted.channelId(), query.toString(), wanted.toString())
                .expecting(ExpectedRecords.of(wanted.range().start(), wanted.range().end()));
    }

    public CounterBins bins(SourceResponse response, CounterRequest wanted) {
        return CounterReader.read(response.body(), wanted, fields);
    }

    private List<String> codes(CounterRequest wanted) {
        return !wanted.codes().isEmpty()
                ? wanted.codes()
                : fields.all().stream()
                        .filter(field -> field.column() == Column.ENERGY_KWH)
                        .map(Field::code)
                        .limit(1)
                        .toList();
    }

    private static String date(Instant edge) {
        return SourceRequest.parameter("daterange[]", edge.getEpochSecond());
    }
}
