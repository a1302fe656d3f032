package io.wattline.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a report in each format, all from the same figures. Names from the source are escaped in HTML. */
public final class ReportWriter {

    private static final String[] COLUMNS = {"level", "id", "name", "start", "energy_kwh", "measured_kwh",
        "estimated_kwh", "suspect_kwh", "due", "measured", "estimated", "suspect", "missing", "partial"};

    /** Channels that a mail lists: a mail has at most 100 kB. */
    private static final int ROWS_OF_MAIL = 100;

    private final ReportRules rules;
    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

    public ReportWriter(ReportRules rules) {
        this.rules = rules;
        // it logs every step of a layout
        XRLog.setLoggingEnabled(false);
        templates.setClassForTemplateLoading(ReportWriter.class, "/report");
        templates.setDefaultEncoding("UTF-8");
        templates.setLocale(Locale.ROOT);
        templates.setLogTemplateExceptions(false);
        templates.setRecognizeStandardFileExtensions(true);
    }

    /** The subject of a mail. */
    public String subject(ReportFigures figures) {
        return "[Wattline " + figures.period().word() + "] " + figures.siteName().replaceAll("\\p{Cntrl}", " ") + ": "
                + answer(figures).headline();
    }

    ReportAnswer answer(ReportFigures figures) {
        return ReportAnswer.of(figures, rules);
    }

    /** For mails: without images. */
    public String html(ReportFigures figures) {
        return render("report.ftlh", figures, "", ROWS_OF_MAIL);
    }

    /** The same content as plain text. */
    public String text(ReportFigures figures) {
        return render("report.txt.ftl", figures, "", ROWS_OF_MAIL);
    }

    /** For a browser: with the chart inside. */
    public String page(ReportFigures figures) {
        return render("report.ftlh", figures, Base64.getEncoder().encodeToString(ReportCharts.bars(figures)),
                Integer.MAX_VALUE);
    }

    /** With selectable text. */
    public byte[] pdf(ReportFigures figures) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new PdfRendererBuilder().withProducer("Wattline")
                    .withHtmlContent(page(figures), "about:blank").toStream(out).run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row for the site, each bin and each channel. */
    public String csv(ReportFigures figures) {
        StringBuilder csv = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        JsonNode json = figures.json();
        row(csv, "site", figures.site(), figures.siteName(), json.path("firstDay").asText(), total(figures));
        json.path("bins").forEach(bin -> row(csv, "bin", figures.site(), figures.siteName(),
                bin.path("local_start").asText(), bin));
        json.path("channels").forEach(channel -> row(csv, "channel", channel.path("channelId").asText(),
                channel.path("name").asText(), json.path("firstDay").asText(), channel));
        return csv.toString();
    }

    /** The total without its energies where it is withheld. */
    private JsonNode total(ReportFigures figures) {
        ObjectNode total = figures.json().path("total").deepCopy();
        return answer(figures).withheld()
                ? total.without(List.of("energy_kwh", "measured_kwh", "estimated_kwh", "suspect_kwh")) : total;
    }

    private static void row(StringBuilder csv, String level, String id, String name, String start, JsonNode values) {
        csv.append(level).append(',').append(cell(id)).append(',').append(cell(name)).append(',').append(start);
        for (int i = 4; i < COLUMNS.length; i++) {
            JsonNode value = values.path(COLUMNS[i]);
            csv.append(',').append(value.isNumber() ? value.decimalValue().toPlainString()
                    : value.isNull() || value.isMissingNode() ? "" : value.asText());
        }
        csv.append("\r\n");
    }

    /** Quoted; what a spreadsheet would take for a formula is made text. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private String render(String template, ReportFigures figures, String chart, int rowsMax) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("r", ReportModel.plain(figures.json()));
        model.put("answer", answer(figures));
        model.put("numbers", new ReportNumbers());
        model.put("restated", ReportRestatement.of(figures));
        model.put("chart", chart);
        model.put("rowsMax", rowsMax);
        try (StringWriter out = new StringWriter()) {
            templates.getTemplate(template).process(model, out);
            return out.toString();
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException("The template " + template + " of reports failed: " + e.getMessage(), e);
        }
    }
}
