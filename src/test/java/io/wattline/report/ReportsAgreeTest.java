package io.wattline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import io.wattline.testing.MovableClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Mail, PDF, CSV, the statement of the HTTP API and SQL say the same of 100 random months of sites, to the last digit.
 */
class ReportsAgreeTest {

    private static final ReportStage STAGE = new ReportStage();
    private static final int MONTHS = 100;
    private static final int SITES = 5;
    private static final int MONTHS_OF_SITE = 20;
    private static final Random RANDOM = new Random(20_261_201);

    private final ReportStore store = new ReportStore(STAGE.database.dataSource(), new MovableClock(ReportStage.NOW));
    private final ReportWriter writer = new ReportWriter(ReportStage.rules(""));
    private final ReportNumbers numbers = new ReportNumbers();

    @BeforeAll
    static void twenty_months_of_five_sites() {
        for (int site = 1; site <= SITES; site++) {
            STAGE.site(String.valueOf(site), site * 10);
            STAGE.readings(String.valueOf(site), "2025-01-01T05:00Z", "2026-09-01T04:00Z", RANDOM.nextInt(1000));
        }
        STAGE.refresh();
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @Test
    void every_format_says_the_same_to_the_last_digit() throws Exception {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            String site = String.valueOf(1 + RANDOM.nextInt(SITES));
            LocalDate month = LocalDate.of(2025, 1, 1).plusMonths(RANDOM.nextInt(MONTHS_OF_SITE));
            compare(store.figures(ReportPeriod.MONTHLY, site, month), differences);
        }
        assertThat(differences).isEmpty();
    }

    private void compare(ReportFigures figures, List<String> differences) throws IOException {
        BigDecimal total = sqlTotal(figures);
        String where = figures.site() + " " + figures.firstDay() + ": ";
        differ(where + "figures", figures.sum("total").kwh().compareTo(total) == 0, differences);
        differ(where + "HTTP", http(figures).compareTo(total) == 0, differences);
        String exact = numbers.exact(total);
        differ(where + "mail", writer.html(figures).contains(">" + exact + "<"), differences);
        differ(where + "text of the mail", writer.text(figures).contains("\n" + exact + " kWh"), differences);
        String[] row = writer.csv(figures).lines().skip(1).findFirst().orElseThrow().split(",");
        differ(where + "CSV", new BigDecimal(row[4]).compareTo(total) == 0, differences);
        String pdf = pdf(figures);
        differ(where + "PDF", pdf.contains("This period " + exact + " "), differences);
        for (JsonNode bin : figures.json().path("bins")) {
            String day = bin.path("local_start").asText().substring(0, 10);
            String kwh = numbers.exact(bin.path("energy_kwh").decimalValue());
            differ(where + "PDF " + day, pdf.contains(day + " 00:00:00 " + kwh + " "), differences);
        }
    }

    private static void differ(String what, boolean same, List<String> differences) {
        if (!same) {
            differences.add(what);
        }
    }

    /** As an analyst asks, by the view of months. */
    private static BigDecimal sqlTotal(ReportFigures figures) {
        return (BigDecimal) STAGE.database.maps("select trim_scale(sum(energy_kwh::numeric)) as kwh "
                        + "from v_monthly_energy where counts_toward_site and organization_id = ? and month = ?",
                figures.site(), figures.firstDay()).get(0).get("kwh");
    }

    /** The statement of operation site-energy. */
    private static BigDecimal http(ReportFigures figures) throws IOException {
        NamedSql statement = NamedSql.parse(Files.readString(Path.of("db/web/site-energy.items.sql")));
        Map<String, Object> values = new HashMap<>(Map.of("id", figures.site(), "start", figures.firstDay(), "end",
                figures.endDay(), "bin", "all", "limit", 10L));
        values.put("after", null);
        return new Sql(STAGE.database.dataSource()).one(statement, values, row -> row.getBigDecimal("energy_kwh"));
    }

    private String pdf(ReportFigures figures) throws IOException {
        try (var document = Loader.loadPDF(writer.pdf(figures))) {
            PDFTextStripper text = new PDFTextStripper();
            text.setSortByPosition(true);
            return text.getText(document).replaceAll("[ \\u00a0]+", " ");
        }
    }
}
