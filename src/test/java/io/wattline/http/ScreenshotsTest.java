package io.wattline.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes the pictures of {@code docs/img} from a demo that runs:
 * {@code ./mvnw -q test -Dtest=ScreenshotsTest -Dwattline.screenshots.of=http://127.0.0.1:8080}.
 */
@EnabledIfSystemProperty(named = "wattline.screenshots.of", matches = "http.*", disabledReason = "Pictures of "
        + "docs/img are taken only when asked for, from a demo that runs")
class ScreenshotsTest {

    private static final String ADDRESS = System.getProperty("wattline.screenshots.of", "").replaceFirst("/$", "");
    private static final int WIDE = 1440;
    private static final int NARROW = 360;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void every_page_has_its_picture() throws Exception {
        String channel = "channels/" + first("channels?q=MAIN&state=live", "channelId");
        take("overview", "", WIDE, ColorScheme.LIGHT);
        take("overview-dark", "", WIDE, ColorScheme.DARK);
        take("overview-narrow", "", NARROW, ColorScheme.LIGHT);
        take("channels", "channels", WIDE, ColorScheme.LIGHT);
        take("channel", channel, WIDE, ColorScheme.LIGHT);
        take("channel-narrow", channel, NARROW, ColorScheme.LIGHT);
        take("reading", channel + "/readings/" + ask(channel).path("newestReading").asText(), WIDE, ColorScheme.LIGHT);
        take("alerts", "alerts?state=all", WIDE, ColorScheme.LIGHT);
        take("alert", "alerts/" + first("alerts?state=all", "alertId"), WIDE, ColorScheme.LIGHT);
        take("dead-letters", "dead-letters", WIDE, ColorScheme.LIGHT);
        take("dead-letter", "dead-letters/" + first("dead-letters", "id"), WIDE, ColorScheme.LIGHT);
        take("gaps", "gaps", WIDE, ColorScheme.LIGHT);
        take("runs", "runs", WIDE, ColorScheme.LIGHT);
        take("run", "runs/" + first("runs", "runId"), WIDE, ColorScheme.LIGHT);
        take("audit", "audit", WIDE, ColorScheme.LIGHT);
        assertThat(chromium.complaints()).isEmpty();
    }

    private static String first(String question, String field) throws Exception {
        return ask(question).path("items").path(0).path(field).asText();
    }

    private static JsonNode ask(String question) throws Exception {
        try (InputStream response = URI.create(ADDRESS + "/api/" + question).toURL().openStream()) {
            return new ObjectMapper().readTree(response);
        }
    }

    private static void take(String name, String hash, int width, ColorScheme scheme) {
        Page page = chromium.visit(ADDRESS + "/#/" + hash, width, 900, scheme);
        assertThat(page.locator("main h1")).isVisible();
        assertThat(page.locator("main[aria-busy], main .waiting, .chart:empty")).hasCount(0);
        page.screenshot(new ScreenshotOptions()
                .setPath(Path.of("docs/img", name + ".png"))
                .setClip(0, 0, width, width == NARROW ? 1500 : 1250)
                .setFullPage(true));
        page.context().close();
    }
}
