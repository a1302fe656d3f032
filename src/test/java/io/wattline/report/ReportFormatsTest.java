package io.wattline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.testing.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a report says, in each format. */
class ReportFormatsTest {

    private static final ReportStage STAGE = new ReportStage();
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");
    private static final int MAIL_MAX = 100_000;
    private static final int PDF_MAX = 1_000_000;
    private static ReportStore store;

    private final ReportWriter writer = new ReportWriter(ReportStage.rules(""));

    @BeforeAll
    static void two_months_of_a_site() {
        STAGE.site("1", 10);
        STAGE.readings("1", "2026-02-01T05:00Z", "2026-04-01T04:00Z", 7);
        STAGE.database.execute("insert into alerts (alert_key, rule, severity, summary, state, site_id, started_at, "
                + "fired_at, last_seen_at, times_seen) values ('a/1', 'a', 'warning', 'Pump is silent', 'firing', '1', "
                + "'2026-03-05T00:00Z', '2026-03-05T00:00Z', '2026-03-05T00:00Z', 1); "
                + "insert into tariffs values ('Flat', '1', 'USD', '2026-01-01', null, 0.3, 1)");
        STAGE.refresh();
        store = new ReportStore(STAGE.database.dataSource(), new MovableClock(ReportStage.NOW));
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @Test
    void a_report_begins_with_the_answer() {
        String text = writer.text(march());
        assertThat(text.lines().skip(2).findFirst().orElseThrow()).matches(
                "\\d+,\\d{3} kWh, [+-]\\d+\\.\\d % on the period before, 9\\d(\\.\\d)? % measured, \\d(\\.\\d)? % "
                        + "missing; one thing needs you\\.");
        assertThat(text).contains("- Alert: Pump is silent");
    }

    @Test
    void a_mail_is_small_reads_without_images_and_escapes_names() {
        String html = writer.html(march());
        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(MAIL_MAX);
        assertThat(html).doesNotContain("<img").contains("Mill 1 &lt;&amp;&gt;").doesNotContain("Mill 1 <&>");
        assertThat(html).contains("CalTRACK 2.2", "What is missing, and why", "Annex: method", "Flat");
    }

    @Test
    void a_pdf_is_small_and_its_text_can_be_selected() throws Exception {
        byte[] pdf = writer.pdf(march());
        assertThat(pdf.length).isLessThan(PDF_MAX);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Sufficiency certificate", "Pump is silent");
        }
    }

    @Test
    void a_total_that_is_largely_estimated_is_marked_and_one_that_is_nearly_all_estimated_is_withheld() {
        ReportFigures figures = march();
        ReportFigures marked = withTotal(figures, 0.3);
        assertThat(writer.answer(marked).marked()).isTrue();
        assertThat(writer.answer(marked).headline()).contains("(largely estimated)");
        ReportFigures withheld = withTotal(figures, 0.6);
        assertThat(writer.answer(withheld).headline()).startsWith("The total is withheld: 60 % of it is estimated");
        assertThat(writer.html(withheld)).contains(">withheld<");
    }

    @Test
    void the_sufficiency_certificate_says_what_is_missing_in_the_baseline_year() {
        var certificate = march().json().path("certificates").get(0);
        assertThat(certificate.path("monthSufficient").asBoolean()).isTrue();
        assertThat(certificate.path("baselineSufficient").asBoolean()).isFalse();
        assertThat(certificate.path("reasons").get(0).asText())
                .matches("\\d+ of 365 days missing before the end of the period; allowed: 37");
    }

    @Test
    void the_same_figures_are_kept_once_and_others_are_another_report() {
        ReportFigures figures = march();
        assertThat(store.keep(figures)).isEqualTo(store.keep(march()));
        assertThat(store.keep(withTotal(figures, 0.1))).isNotEqualTo(store.keep(figures));
    }

    @Test
    void a_site_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> store.figures(ReportPeriod.MONTHLY, "9", MARCH)).hasMessage("Site 9 does not exist");
    }

    private static ReportFigures withTotal(ReportFigures figures, double estimatedShare) {
        var json = (com.fasterxml.jackson.databind.node.ObjectNode) figures.json().deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) json.path("total"))
                .put("estimated_kwh", figures.sum("total").kwh().doubleValue() * estimatedShare);
        return ReportFigures.parse(json.toString());
    }

    private static ReportFigures march() {
        return store.figures(ReportPeriod.MONTHLY, "1", MARCH);
    }
}
