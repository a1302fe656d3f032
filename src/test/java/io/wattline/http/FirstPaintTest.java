package io.wattline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long somebody waits who opens the dashboard of a service that runs: {@code bench/http}. It prints, and holds
 * against no limit.
 */
@EnabledIfSystemProperty(named = "wattline.first-paint.of", matches = "http.*", disabledReason = "The time until "
        + "pages are there is measured only when asked for, of a service that runs")
class FirstPaintTest {

    private static final String ADDRESS = System.getProperty("wattline.first-paint.of", "").replaceFirst("/$", "");
    private static final int LOADS = 5;
    /** Notes when what the page is opened for first stands in it, and is painted. */
    private static final String NOTE = "new MutationObserver(() => { if (!window.filledAt && "
            + "document.querySelector('%s')) { window.filledAt = -1;"
            + " requestAnimationFrame(() => setTimeout(() => { window.filledAt = performance.now(); })); } "
            + "}).observe(document, {childList: true, subtree: true})";

    @Test
    void pages_are_opened_and_the_time_is_told_until_something_and_until_the_main_thing_is_there() {
        Map<String, String> pages = new TreeMap<>(Map.of(
                "",
                "a.cell",
                "channels/" + System.getProperty("wattline.first-paint.channel", "1"),
                ".chart canvas",
                "channels",
                "main tbody tr"));
        System.out.printf("| page, a browser without a cache | first contentful paint, median ms of %d | what it is "
                + "opened for is there, median ms | slowest ms |%n|---|---|---|---|%n", LOADS);
        try (Chromium chromium = Chromium.open()) {
            pages.forEach((hash, selector) -> tell(chromium, hash, selector));
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void tell(Chromium chromium, String hash, String selector) {
        List<Double> paints = new ArrayList<>();
        List<Double> fills = new ArrayList<>();
        for (int i = 0; i < LOADS; i++) {
            Page page = chromium.newPage(ADDRESS, 1440, 900, ColorScheme.LIGHT);
            page.addInitScript(NOTE.formatted(selector));
            page.navigate(ADDRESS + "/#/" + hash);
            await().pollInSameThread()
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> number(page, "window.filledAt || 0") > 0);
            paints.add(number(page, "performance.getEntriesByName('first-contentful-paint')[0].startTime"));
            fills.add(number(page, "window.filledAt"));
            page.context().close();
        }
        System.out.printf(
                Locale.ROOT,
                "| /#/%s | %.0f | %.0f | %.0f |%n",
                hash,
                median(paints),
                median(fills),
                fills.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static double median(List<Double> millis) {
        return millis.stream().sorted().toList().get(LOADS / 2);
    }
}
