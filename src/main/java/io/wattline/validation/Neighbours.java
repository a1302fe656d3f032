package io.wattline.validation;

import io.wattline.channel.Channel;
import io.wattline.reading.Column;
import io.wattline.reading.Reading;
import io.wattline.reading.Window;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The readings of one page, and what rules ask about all of them. */
final class Neighbours {

    private final List<Reading> readings;
    private final Window window;
    private final Instant now;
    private final Map<Column, Boolean> offered = new EnumMap<>(Column.class);

    Neighbours(List<Reading> readings, Window window, Instant now) {
        this.readings = readings;
        this.window = window;
        this.now = now;
    }

    Channel channel() {
        return window.channel();
    }

    Instant now() {
        return now;
    }

    /**
     * Whether the channel has values for the column: some reading of the page has one. For a single reading, whether
     * {@code field} was requested.
     */
    boolean offers(Column column, String field) {
        return offered.computeIfAbsent(column, wanted -> readings.size() == 1 ? window.fields().contains(field)
                : readings.stream().anyMatch(reading -> reading.has(wanted)));
    }
}
