package io.wattline.export;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The elements that a Green Button feed is made of. */
final class GreenButtonXml {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String ESPI = "http://naesb.org/espi";

    private final XMLStreamWriter out;
    private final String updated;

    private GreenButtonXml(XMLStreamWriter out, Instant updated) {
        this.out = out;
        this.updated = updated.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Opens the feed. */
    static GreenButtonXml open(OutputStream file, Instant updated) throws XMLStreamException {
        XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(file, "UTF-8");
        GreenButtonXml xml = new GreenButtonXml(out, updated);
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("feed");
        out.writeDefaultNamespace(ATOM);
        xml.identity("feed", "Energy readings of Wattline");
        return xml;
    }

    void endFeed() throws XMLStreamException {
        out.writeEndElement();
        out.writeEndDocument();
        out.flush();
    }

    void start(String element) throws XMLStreamException {
        out.writeStartElement(element);
    }

    void end() throws XMLStreamException {
        out.writeEndElement();
    }

    void span(Instant start, long seconds) throws XMLStreamException {
        element("duration", seconds);
        element("start", start.getEpochSecond());
    }

    void startEntry(String self, String up, String title) throws XMLStreamException {
        out.writeStartElement("entry");
        identity(self, title);
        link("self", self);
        link("up", up);
    }

    private void identity(String of, String title) throws XMLStreamException {
        element("id", "urn:uuid:" + UUID.nameUUIDFromBytes(("wattline" + of).getBytes(StandardCharsets.UTF_8)));
        element("title", title);
        element("updated", updated);
    }

    void startContent(String type) throws XMLStreamException {
        out.writeStartElement("content");
        out.writeStartElement(type);
        out.writeDefaultNamespace(ESPI);
    }

    /** Ends what {@link #startEntry} and {@link #startContent} have started. */
    void endEntry() throws XMLStreamException {
        out.writeEndElement();
        out.writeEndElement();
        out.writeEndElement();
    }

    void related(String to) throws XMLStreamException {
        link("related", to);
    }

    private void link(String relation, String to) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", relation);
        out.writeAttribute("href", to);
    }

    void element(String name, Object value) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(value.toString());
        out.writeEndElement();
    }
}
