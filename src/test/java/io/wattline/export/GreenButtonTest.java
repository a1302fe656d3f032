package io.wattline.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Green Button files are valid, and each interval has its quality. With {@code -Despi.schema=FOLDER} they are checked
 * with the whole public schema as well ({@code espi.xsd} and {@code atom.xsd} of NAESB).
 */
class GreenButtonTest {

    private static final String ESPI = "http://naesb.org/espi";
    private static final ExportStage STAGE = new ExportStage();

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @Test
    void a_file_of_all_channels_is_valid() throws Exception {
        Path file = STAGE.write(ExportStage.request(ExportResolution.SLOT), ExportFormat.ESPI, folder);
        validator(schema("feed.xsd"), schema("espi.xsd")).validate(new StreamSource(file.toFile()));
        String whole = System.getProperty("espi.schema");
        if (whole != null) {
            validator(new StreamSource(Path.of(whole, "atom.xsd").toFile()),
                    new StreamSource(Path.of(whole, "espi.xsd").toFile())).validate(new StreamSource(file.toFile()));
        }
        assertThat(elements(document(file), "UsagePoint")).hasSize(3);
    }

    @Test
    void the_schema_refuses_a_quality_that_does_not_exist() throws Exception {
        Path file = STAGE.write(ExportStage.request(ExportResolution.SLOT, 3), ExportFormat.ESPI, folder);
        Path wrong = folder.resolve("wrong.xml");
        java.nio.file.Files.writeString(wrong, java.nio.file.Files.readString(file)
                .replaceFirst("<quality>0</quality>", "<quality>5</quality>"));
        Validator validator = validator(schema("feed.xsd"), schema("espi.xsd"));
        assertThatThrownBy(() -> validator.validate(new StreamSource(wrong.toFile()))).isInstanceOf(SAXException.class);
    }

    @Test
    void every_interval_has_the_energy_and_the_quality_of_its_reading() throws Exception {
        Path file = STAGE.write(ExportStage.request(ExportResolution.SLOT, 1, 3), ExportFormat.ESPI, folder);
        List<List<Object>> read = new ArrayList<>();
        for (Element reading : elements(document(file), "IntervalReading")) {
            read.add(List.of(number(reading, "start"), number(reading, "duration"), number(reading, "value"),
                    number(reading, "quality")));
        }
        List<List<Object>> stored = STAGE.database.maps("select extract(epoch from \"timestamp\")::bigint as at, "
                + "interval_seconds::bigint as s, round(energy_kwh::numeric * 1000000)::bigint as v, case "
                + "when data_quality = 'measured' then 0 when data_quality = 'edited' then 7 "
                + "when data_quality = 'suspect' then 10 when quality_method = 'like-day' then 8 "
                + "when quality_method = 'linear' then 9 else 11 end::bigint as q from readings "
                + "join channels using (channel_id) where channel_id in (1, 3) and energy_kwh is not null and "
                + "\"timestamp\" >= ?::timestamptz and \"timestamp\" < ?::timestamptz order by channel_id, 1",
                ExportStage.RANGE.start().toString(), ExportStage.RANGE.end().toString()).stream()
                .map(row -> List.of(row.get("at"), row.get("s"), row.get("v"), row.get("q"))).toList();
        assertThat(read).isEqualTo(stored);
        assertThat(read).extracting(row -> row.get(3)).contains(0L, 7L, 8L, 9L, 10L, 11L);
    }

    @Test
    void the_day_on_which_the_clock_goes_back_has_25_hours() throws Exception {
        Path file = STAGE.write(ExportStage.request(ExportResolution.SLOT, 3), ExportFormat.ESPI, folder);
        List<Element> blocks = elements(document(file), "IntervalBlock");
        assertThat(blocks).extracting(block -> number((Element) block.getElementsByTagNameNS(ESPI, "interval").item(0),
                "duration")).containsExactly(86400L, 25 * 3600L, 86400L, 86400L);
    }

    @Test
    void time_zones_are_coded_as_in_the_standard() {
        assertThat(zone("America/New_York")).isEqualTo(new GreenButtonZone(-18000, 3600, "360E2000", "B40E2000"));
        assertThat(zone("Europe/Berlin")).isEqualTo(new GreenButtonZone(3600, 3600, "3E0E2000", "AE0E3000"));
        assertThat(zone("Asia/Kolkata")).isEqualTo(new GreenButtonZone(19800, 0, "00000000", "00000000"));
        assertThat(zone("UTC")).isEqualTo(new GreenButtonZone(0, 0, "00000000", "00000000"));
    }

    @Test
    void sums_have_no_single_quality_and_are_refused() {
        for (ExportResolution resolution : List.of(ExportResolution.HOUR, ExportResolution.DAY)) {
            assertThatThrownBy(() -> STAGE.exports.open(ExportStage.request(resolution), ExportFormat.ESPI))
                    .hasMessageContaining("allowed: resolution slot");
        }
    }

    private static GreenButtonZone zone(String id) {
        return GreenButtonZone.of(ZoneId.of(id), Instant.parse("2026-07-01T00:00:00Z"));
    }

    private static Long number(Element within, String name) {
        return Long.valueOf(within.getElementsByTagNameNS(ESPI, name).item(0).getTextContent());
    }

    private static Document document(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS(ESPI, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Source schema(String name) {
        return new StreamSource(GreenButtonTest.class.getResource("/export/" + name).toString());
    }

    private static Validator validator(Source... schemas) throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(schemas).newValidator();
    }
}
