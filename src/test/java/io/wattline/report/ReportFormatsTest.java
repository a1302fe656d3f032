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
    void a_total_that_is_withheld_stands_in_no_format() throws Exception {
        ReportFigures withheld = withTotal(march(), 0.6);
        String exact = new ReportNumbers().exact(withheld.sum("total").kwh());
        assertThat(writer.html(withheld)).doesNotContain(exact);
        assertThat(writer.text(withheld)).doesNotContain(exact);
        assertThat(writer.csv(withheld).lines().skip(1).findFirst().orElseThrow()).contains("2026-03-01,,,,,");
    }

    @Test
    void a_total_with_too_much_missing_is_withheld_and_says_so() {
        var json = (com.fasterxml.jackson.databind.node.ObjectNode) march().json().deepCopy();
        var total = (com.fasterxml.jackson.databind.node.ObjectNode) json.path("total");
        total.put("missing", total.path("due").asInt() * 6 / 10);
        assertThat(writer.answer(ReportFigures.parse(json.toString())).headline())
                .matches("The total is withheld: (60|59\\.9) % of the readings are missing, .*");
    }

    @Test
    void a_period_that_was_sent_and_has_changed_says_old_new_and_why() {
        ReportFigures sent = march();
        long report = store.keep(sent);
        store.deliver(report, "email", "a@example.org", "<restated@wattline>");
        STAGE.database.execute("update report_deliveries set state = 'sent', sent_at = '2026-04-01T06:30Z'");
        assertThat(writer.html(march())).doesNotContain("What changed");
        STAGE.database.execute("update readings set energy_kwh = energy_kwh + 1, data_quality = 'edited' "
                + "where channel_id = 10 and \"timestamp\" = (select max(\"timestamp\") from readings where "
                + "channel_id = 10 and data_quality = 'estimated' and \"timestamp\" < '2026-04-01T04:00Z')");
        STAGE.refresh();
        String text = writer.text(march());
        String old = new ReportNumbers().exact(sent.sum("total").kwh());
        assertThat(text).contains("What changed since this period was sent: " + old + " kWh before, ",
                "- measured readings ", "- estimated readings ", "- Channel 0 (10): ");
        assertThat(writer.html(march())).contains("It was sent on 2026-04-01 06:30 UTC with " + old + " kWh.");
    }

    @Test
    void a_mail_of_a_site_with_many_channels_is_small_too_and_its_file_has_them_all() {
        var json = (com.fasterxml.jackson.databind.node.ObjectNode) march().json().deepCopy();
        for (String list : new String[] {"channels", "certificates"}) {
            var items = (com.fasterxml.jackson.databind.node.ArrayNode) json.path(list);
            while (items.size() < 500) {
                items.add(items.get(0));
            }
        }
        ReportFigures many = ReportFigures.parse(json.toString());
        assertThat(writer.html(many).getBytes(StandardCharsets.UTF_8).length).isLessThan(MAIL_MAX);
        assertThat(writer.html(many)).contains("The 400 channels with the least energy are not listed here");
        assertThat(writer.page(many)).doesNotContain("are not listed here");
    }

    @Test
    void a_report_names_anomalies_and_what_is_set_aside() {
        STAGE.database.execute("insert into anomalies (channel_id, detector, version, starts_at, ends_at, "
                + "first_seen_day, last_seen_day, score, difference_kwh, cause, sentence, state, found_at, changed_at) "
                + "values (11, 'level', 1, '2026-03-10T00:00Z', '2026-03-12T00:00Z', '2026-03-10', '2026-03-11', 9, "
                + "44.2, 'unknown', 'The pump runs at night.', 'open', now(), now()); "
                + "insert into dead_letters (stage, channel_id, reading_timestamp, rule, reason, payload) values "
                + "('validate', 11, '2026-03-10T00:00Z', 'power-range', 'x', '{}')");
        assertThat(writer.html(march())).contains("The pump runs at night.", "1 by rule power-range");
        assertThat(writer.text(march())).contains("- Anomaly: The pump runs at night.");
        STAGE.database.execute("truncate anomalies cascade; truncate dead_letters");
    }

    @Test
    void a_pdf_of_a_month_is_made_within_five_seconds() {
        ReportFigures figures = march();
        long start = System.nanoTime();
        writer.pdf(figures);
        assertThat(java.time.Duration.ofNanos(System.nanoTime() - start)).isLessThan(java.time.Duration.ofSeconds(5));
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
