package io.wattline.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLStreamException;

/** Writes the entries of a Green Button feed. Their ids are the same in every export. */
final class GreenButtonFeed {

    private static final String ROOT = "/espi/1_1/resource";

    private final GreenButtonXml xml;

    private GreenButtonFeed(GreenButtonXml xml) {
        this.xml = xml;
    }

    static GreenButtonFeed of(OutputStream out, Instant updated) throws IOException {
        try {
            return new GreenButtonFeed(GreenButtonXml.open(out, updated));
        } catch (XMLStreamException e) {
            throw new IOException("The Green Button file cannot be written: " + e.getMessage(), e);
        }
    }

    /** UsagePoint, time zone, MeterReading and ReadingType of a channel. */
    void channel(GreenButtonReading of) throws XMLStreamException {
        String point = point(of);
        xml.startEntry(point, ROOT + "/UsagePoint", name(of.siteName()) + ": " + name(of.channelName()));
        xml.related(point + "/MeterReading");
        xml.related(ROOT + "/LocalTimeParameters/" + of.channel());
        xml.startContent("UsagePoint");
        xml.start("ServiceCategory");
        xml.element("kind", 0);
        xml.end();
        xml.endEntry();
        zone(of);
        xml.startEntry(meter(of), point + "/MeterReading", name(of.channelName()));
        xml.related(ROOT + "/ReadingType/" + of.channel());
        xml.related(meter(of) + "/IntervalBlock");
        xml.startContent("MeterReading");
        xml.endEntry();
        readingType(of);
    }

    private void zone(GreenButtonReading of) throws XMLStreamException {
        GreenButtonZone zone = GreenButtonZone.of(of.zone(), of.start());
        xml.startEntry(ROOT + "/LocalTimeParameters/" + of.channel(), ROOT + "/LocalTimeParameters", of.zone().getId());
        xml.startContent("LocalTimeParameters");
        xml.element("dstEndRule", zone.dstEnd());
        xml.element("dstOffset", zone.dstOffset());
        xml.element("dstStartRule", zone.dstStart());
        xml.element("tzOffset", zone.tzOffset());
        xml.endEntry();
    }

    /** Energy of each interval, delivered, in 10^-3 Wh. */
    private void readingType(GreenButtonReading of) throws XMLStreamException {
        xml.startEntry(ROOT + "/ReadingType/" + of.channel(), ROOT + "/ReadingType", "Energy of an interval");
        xml.startContent("ReadingType");
        xml.element("accumulationBehaviour", 4);
        xml.element("commodity", 1);
        xml.element("dataQualifier", 12);
        xml.element("flowDirection", 1);
        xml.element("intervalLength", of.seconds());
        xml.element("kind", 12);
        xml.element("powerOfTenMultiplier", -3);
        xml.element("uom", 72);
        xml.endEntry();
    }

    /** Opens the block of a local day. */
    void startBlock(GreenButtonReading first, LocalDate day) throws XMLStreamException {
        xml.startEntry(meter(first) + "/IntervalBlock/" + day, meter(first) + "/IntervalBlock", day.toString());
        xml.startContent("IntervalBlock");
        Instant start = day.atStartOfDay(first.zone()).toInstant();
        xml.start("interval");
        xml.span(start, start.until(day.plusDays(1).atStartOfDay(first.zone()).toInstant(), ChronoUnit.SECONDS));
        xml.end();
    }

    void reading(GreenButtonReading reading) throws XMLStreamException {
        xml.start("IntervalReading");
        xml.start("ReadingQuality");
        xml.element("quality", reading.quality());
        xml.end();
        xml.start("timePeriod");
        xml.span(reading.start(), reading.seconds());
        xml.end();
        xml.element("value", reading.value());
        xml.end();
    }

    void endBlock() throws XMLStreamException {
        xml.endEntry();
    }

    void end() throws XMLStreamException {
        xml.endFeed();
    }

    private static String point(GreenButtonReading of) {
        return ROOT + "/UsagePoint/" + of.channel();
    }

    private static String meter(GreenButtonReading of) {
        return point(of) + "/MeterReading/" + of.channel();
    }

    /** XML has no control characters. */
    private static String name(String text) {
        return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ");
    }
}
