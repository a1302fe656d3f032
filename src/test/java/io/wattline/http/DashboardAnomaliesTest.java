package io.wattline.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.wattline.anomaly.SyntheticSeries;
import io.wattline.anomaly.detector.DayGrid;
import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Anomalies on the dashboard: in the chart of a channel, and on their own page with the record of the detectors. */
class DashboardAnomaliesTest {

    private static final int DAYS = 120;
    private static final Instant FIRST = SyntheticSeries.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
    private static WattlineUnderTest wattline;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        MovableClock clock = new MovableClock(FIRST.plus(Duration.ofDays(DAYS)).plus(Duration.ofHours(4)));
        wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), clock), clock,
                Map.of("wattline.http.token", DashboardStage.TOKEN), RunMode.TIMERS);
        await().until(() -> (long) wattline.value("select count(*) from channels") > 0);
        wattline.database().execute("insert into organizations (organization_id, organization_name, timezone) "
                + "values ('x', 'X', 'UTC'); insert into channels (channel_id, channel_name, organization_id, "
                + "interval_seconds) values (7, 'Cold store', 'x', 3600)");
        DayGrid grid = SyntheticSeries.office(DAYS, 60, 3);
        SyntheticSeries.scale(grid, 108, DAYS, 3);
        List<String> values = new ArrayList<>();
        for (int cell = 0; cell < DAYS * 24; cell++) {
            values.add("(7, '" + FIRST.plus(Duration.ofHours(cell)) + "', " + grid.energy(cell / 24, cell % 24) + ", "
                    + grid.power(cell / 24, cell % 24) + ")");
        }
        wattline.database().execute("insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw) values "
                + String.join(", ", values));
        wattline.request("direct:anomalies-run", null);
        chromium = Chromium.open();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        wattline.close();
    }

    private static Page visit(String hash) {
        return chromium.visit("http://127.0.0.1:" + HttpServer.port(wattline.context()).orElseThrow() + "/#/" + hash,
                1440, 900, ColorScheme.LIGHT);
    }

    @Test
    void the_chart_shows_what_was_expected_and_the_anomaly_with_its_sentence() {
        Page page = visit("channels/7?start=2024-04-10&end=2024-04-28&column=energy_kwh");
        assertThat(page.locator(".keys")).containsText("expected");
        assertThat(page.locator(".keys")).containsText("anomaly (1)");
        page.locator("details.marks summary").click();
        assertThat(page.locator("details.marks table")).containsText("times what it was");
        assertThat((int) page.evaluate("() => { const c = document.querySelector('.chart canvas'), "
                + "d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0; "
                + "for (let i = 0; i < d.length; i += 4) "
                + "if (d[i] === 211 && d[i + 1] === 230 && d[i + 2] === 220) n++; return n; }"))
                .as("pixels of the band").isGreaterThan(1000);
        picture(page, "anomaly-chart");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void the_page_shows_how_often_each_detector_is_right() {
        Page page = visit("anomalies");
        assertThat(page.locator("main")).containsText("taken for a fault of the meter");
        assertThat(page.locator("main")).containsText("Detectors");
        assertThat(page.locator("table[aria-label=Detectors], table:has(caption:text('Detectors'))").first())
                .containsText("recurring-gap");
        picture(page, "anomalies-page");
        assertThat(chromium.complaints()).isEmpty();
    }

    /** Leaves a picture where somebody asks for it. */
    private static void picture(Page page, String name) {
        String folder = System.getProperty("wattline.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")).setFullPage(true));
        }
    }
}
