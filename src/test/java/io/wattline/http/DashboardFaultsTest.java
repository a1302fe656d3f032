package io.wattline.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.wattline.http.DashboardStage.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dashboard where something is wrong: with the service, with the address, or with what is shown. */
class DashboardFaultsTest {

    private static DashboardStage stage;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.open();
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        stage = new DashboardStage();
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
            chromium.close();
        }
    }

    @AfterEach
    void leave() {
        chromium.clear();
    }

    @Test
    void an_open_page_says_that_the_database_is_away_and_of_when_its_data_is() {
        Page page = visit("");
        assertThat(page.locator("#link")).hasText("Live");
        assertThat(page.locator(".headline")).containsText(Pattern.compile("as of \\d"));
        stage.wattline().database().goAway();
        try {
            assertThat(page.locator("#link")).hasText(Pattern.compile("No data since \\d\\d:\\d\\d"));
            assertThat(page.locator("body")).hasAttribute("data-stale", "");
            assertThat(page.locator("#notice")).containsText(Pattern.compile("The database does not respond.*Shown as "
                    + "of"));
        } finally {
            stage.wattline().database().comeBack();
        }
        assertThat(page.locator("#link")).hasText("Live");
        assertThat(page.locator("body[data-stale]")).hasCount(0);
    }

    @Test
    void eight_tabs_of_one_browser_share_one_stream_and_all_are_live() {
        Page first = visit("runs");
        assertThat(first.locator("#link")).hasText("Live");
        BrowserContext browser = first.context();
        List<Page> tabs = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Page tab = browser.newPage();
            tab.navigate(stage.page("runs"));
            tabs.add(tab);
        }
        tabs.forEach(tab -> {
            assertThat(tab.locator("main tbody")).containsText("poll");
            assertThat(tab.locator("#link")).hasText("Live");
        });
        first.close();
        stage.alert("stale-channel/tabs", "info", "Heard by the next tab");
        tabs.forEach(tab -> assertThat(tab.locator("nav .badge").first()).isVisible());
    }

    @Test
    void an_address_that_is_not_encoded_correctly_is_not_found_and_does_not_load_for_ever() {
        Page page = visit("channels/%E0%A4");
        assertThat(page.locator("main h1")).isVisible();
        assertThat(page.locator("main")).not().containsText("Loading");
    }

    @Test
    void a_range_whose_ends_are_swapped_is_put_in_order_and_the_fields_stay() {
        Page page = visit("channels/61001?start=2026-02-03&end=2026-02-01");
        assertThat(page.getByLabel("From day")).hasValue("2026-02-01");
        page.getByLabel("From day").fill("2026-02-02");
        page.getByLabel("To day").fill("2026-02-01");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
        assertThat(page).hasURL(Pattern.compile("start=2026-02-01&end=2026-02-03"));
        page.navigate(stage.page("channels/61001?start=never&end=2026-02-03"));
        assertThat(page.getByLabel("From day")).hasValue("2026-01-27");
    }

    @Test
    void the_title_names_what_the_page_shows() {
        Page page = visit("channels/61001");
        assertThat(page).hasTitle(Pattern.compile("LINE 1.* 61001 – Wattline"));
        page.navigate(stage.page("runs/1"));
        assertThat(page).hasTitle("Run 1 – Wattline");
    }

    @Test
    void hours_and_days_with_missing_readings_are_drawn_as_partial() {
        stage.value("select refresh_touched_days(?::timestamptz)", DashboardStage.NOW.toString());
        Page page = visit("channels/61001?start=2025-12-01&end=2026-02-03&column=energy_kwh");
        assertThat(page.locator(".keys")).containsText(Pattern.compile("partial \\([1-9]"));
        assertThat(page.locator("#chart-words")).containsText("of them partial");
        page.navigate(stage.page("channels/61001?start=2026-02-01&end=2026-02-03"));
        assertThat(page.locator(".keys")).not().containsText("partial");
    }

    @Test
    void health_and_metrics_are_shown_where_a_token_is_needed() {
        Page page = visit("runs");
        page.evaluate("token => sessionStorage.setItem('wattline.token', token)", TOKEN);
        page.locator("#foot").getByText("Health").click();
        assertThat(page.locator("main tbody")).containsText("database");
        page.locator("#foot").getByText("Metrics").click();
        assertThat(page.locator("main pre")).containsText("wattline_build_info");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void every_landmark_of_a_page_has_a_name_of_its_own() {
        List<String> found = new ArrayList<>();
        Page page = visit("");
        for (String hash : new String[] {
            "", "channels", "channels/61001", "alerts", "alerts/1", "dead-letters", "gaps", "runs", "audit"
        }) {
            page.navigate(stage.page(hash));
            assertThat(page.locator("main h1")).hasCount(1);
            new AxeBuilder(page)
                    .withRules(List.of("landmark-unique", "region", "landmark-one-main"))
                    .setLegacyMode(true)
                    .analyze()
                    .getViolations()
                    .forEach(rule -> found.add(hash + ": " + rule.getId() + " "
                            + rule.getNodes().get(0).getHtml()));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void an_alert_leads_to_its_site_and_says_what_to_do() {
        Page page = visit("alerts/1");
        assertThat(page.locator("main")).containsText("Where to look");
        page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Channels of Example "
                + "Mill")).click();
        assertThat(page).hasURL(Pattern.compile("channels\\?site=23272"));
    }

    @Test
    void all_dead_letters_of_a_rule_are_discarded_with_progress() {
        stage.wattline().database().execute("insert into dead_letters (stage, rule, reason, payload) "
                + "select 'validate', 'too-many', 'a test', jsonb_build_object('n', n) "
                + "from generate_series(1, 1200) n");
        Page page = visit("dead-letters");
        page.evaluate("token => { sessionStorage.setItem('wattline.token', token); "
                + "sessionStorage.setItem('wattline.by', 'ann'); }", TOKEN);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Discard all of too-many")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Reason").fill("a test of many");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Discard all")).click();
        assertThat(dialog).hasCount(0);
        assertThat(page.locator("#toasts")).containsText("Discarded: 1,200.");
        await().until(() -> stage.value("select count(*) from dead_letters where rule = 'too-many' "
                + "and status = 'open'").equals(0L));
    }

    private static Page visit(String hash) {
        return chromium.visit(stage.page(hash), 1440, 900, ColorScheme.LIGHT);
    }
}
