package io.wattline.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * Readings as a Green Button file: an Atom feed of ESPI 3.3. Each channel is a UsagePoint with a MeterReading in
 * thousandths of a watt-hour, and each local day that has readings is an IntervalBlock. Each interval has its quality.
 * A reading without energy is left out, as is one that is missing.
 */
final class GreenButtonRows implements RowSink {

    private final List<ExportColumn> columns;
    private final GreenButtonFeed feed;
    private GreenButtonReading last;
    private LocalDate day;

    private GreenButtonRows(List<ExportColumn> columns, GreenButtonFeed feed) {
        this.columns = columns;
        this.feed = feed;
    }

    /** @param updated time of the feed and its entries */
    static RowFormat format(Instant updated) {
        return (columns, out) -> {
            GreenButtonFeed feed = GreenButtonFeed.of(out, updated);
            return new GreenButtonRows(columns, feed);
        };
    }

    @Override
    public void row(Object[] values) throws IOException {
        GreenButtonReading reading = GreenButtonReading.of(columns, values);
        try {
            if (last == null || last.channel() != reading.channel()) {
                endBlock();
                feed.channel(reading);
            }
            if (!reading.day().equals(day)) {
                endBlock();
                day = reading.day();
                feed.startBlock(reading, day);
            }
            feed.reading(reading);
        } catch (XMLStreamException e) {
            throw new IOException("The Green Button file cannot be written: " + e.getMessage(), e);
        }
        last = reading;
    }

    private void endBlock() throws XMLStreamException {
        if (day != null) {
            feed.endBlock();
            day = null;
        }
    }

    @Override
    public void end() throws IOException {
        try {
            endBlock();
            feed.end();
        } catch (XMLStreamException e) {
            throw new IOException("The Green Button file cannot be written: " + e.getMessage(), e);
        }
    }
}
