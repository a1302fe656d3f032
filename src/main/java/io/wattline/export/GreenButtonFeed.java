package io.wattline.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the entries of a Green Button feed. Their ids are the same in every export. */
final class GreenButtonFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String ESPI = "http://naesb.org/espi";
    private static final String ROOT = "/espi/1_1/resource";

    private final XMLStreamWriter xml;
    private final String updated;

    private GreenButtonFeed(XMLStreamWriter xml, Instant updated) {
        this.xml = xml;
        this.updated = updated.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static GreenButtonFeed of(OutputStream out, Instant updated) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            GreenButtonFeed feed = new GreenButtonFeed(xml, updated);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            feed.identity("feed", "Energy readings of Wattline");
            return feed;
        } catch (XMLStreamException e) {
            throw new IOException("The Green Button file cannot be written: " + e.getMessage(), e);
        }
    }

    /** UsagePoint, time zone, MeterReading and ReadingType of a channel. */
    void channel(GreenButtonReading of) throws XMLStreamException {
        String point = point(of);
        startEntry(point, ROOT + "/UsagePoint", name(of.siteName()) + ": " + name(of.channelName()));
        related(point + "/MeterReading");
        related(ROOT + "/LocalTimeParameters/" + of.channel());
        startContent("UsagePoint");
        xml.writeStartElement("ServiceCategory");
        element("kind", 0);
        xml.writeEndElement();
        endEntry();
        zone(of);
        startEntry(meter(of), point + "/MeterReading", name(of.channelName()));
        related(ROOT + "/ReadingType/" + of.channel());
        related(meter(of) + "/IntervalBlock");
        xml.writeStartElement("content");
        xml.writeEmptyElement("MeterReading");
        xml.writeDefaultNamespace(ESPI);
        xml.writeEndElement();
        xml.writeEndElement();
        readingType(of);
    }

    private void zone(GreenButtonReading of) throws XMLStreamException {
        GreenButtonZone zone = GreenButtonZone.of(of.zone(), of.start());
        startEntry(ROOT + "/LocalTimeParameters/" + of.channel(), ROOT + "/LocalTimeParameters", of.zone().getId());
        startContent("LocalTimeParameters");
        element("dstEndRule", zone.dstEnd());
        element("dstOffset", zone.dstOffset());
        element("dstStartRule", zone.dstStart());
        element("tzOffset", zone.tzOffset());
        endEntry();
    }

    /** Energy of each interval, delivered, in 10^-3 Wh. */
    private void readingType(GreenButtonReading of) throws XMLStreamException {
        startEntry(ROOT + "/ReadingType/" + of.channel(), ROOT + "/ReadingType", "Energy of an interval");
        startContent("ReadingType");
        element("accumulationBehaviour", 4);
        element("commodity", 1);
        element("dataQualifier", 12);
        element("flowDirection", 1);
        element("intervalLength", of.seconds());
        element("kind", 12);
        element("powerOfTenMultiplier", -3);
        element("uom", 72);
        endEntry();
    }

    /** Opens the block of a local day. */
    void startBlock(GreenButtonReading first, LocalDate day) throws XMLStreamException {
        startEntry(meter(first) + "/IntervalBlock/" + day, meter(first) + "/IntervalBlock", day.toString());
        startContent("IntervalBlock");
        Instant start = day.atStartOfDay(first.zone()).toInstant();
        xml.writeStartElement("interval");
        span(start, start.until(day.plusDays(1).atStartOfDay(first.zone()).toInstant(), ChronoUnit.SECONDS));
        xml.writeEndElement();
    }

    void reading(GreenButtonReading reading) throws XMLStreamException {
        xml.writeStartElement("IntervalReading");
        xml.writeStartElement("ReadingQuality");
        element("quality", reading.quality());
        xml.writeEndElement();
        xml.writeStartElement("timePeriod");
        span(reading.start(), reading.seconds());
        xml.writeEndElement();
        element("value", reading.value());
        xml.writeEndElement();
    }

    void endBlock() throws XMLStreamException {
        endEntry();
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void span(Instant start, long seconds) throws XMLStreamException {
        element("duration", seconds);
        element("start", start.getEpochSecond());
    }

    private void startEntry(String self, String up, String title) throws XMLStreamException {
        xml.writeStartElement("entry");
        identity(self, title);
        link("self", self);
        link("up", up);
    }

    private void identity(String of, String title) throws XMLStreamException {
        element("id", "urn:uuid:" + UUID.nameUUIDFromBytes(("wattline" + of).getBytes(StandardCharsets.UTF_8)));
        element("title", title);
        element("updated", updated);
    }

    private void startContent(String type) throws XMLStreamException {
        xml.writeStartElement("content");
        xml.writeStartElement(type);
        xml.writeDefaultNamespace(ESPI);
    }

    /** Ends what {@link #startEntry} and {@link #startContent} have started. */
    private void endEntry() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void related(String to) throws XMLStreamException {
        link("related", to);
    }

    private void link(String relation, String to) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", to);
    }

    private void element(String name, Object value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value.toString());
        xml.writeEndElement();
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
