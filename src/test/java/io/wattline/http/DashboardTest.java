package io.wattline.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.wattline.http.DashboardStage.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dashboard in a browser, against a service that really runs. */
class DashboardTest {

    /** Every page with a word that only its data can bring. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("", "Example Mill"),
            Map.entry("channels", "LINE 1"),
            Map.entry("channels/61001", "LINE 1"),
            Map.entry("channels/61001/readings/2026-02-02T11:00:00Z", "by hand"),
            Map.entry("alerts", "gateway is swapped"),
            Map.entry("alerts/1", "Look at the gateway."),
            Map.entry("dead-letters", "By rule"),
            Map.entry("dead-letters/1", "Payload"),
            Map.entry("gaps", "no data from source"),
            Map.entry("runs", "poll"),
            Map.entry("runs/1", "Request"),
            Map.entry("audit", "Audit"));

    private static DashboardStage stage;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.open();
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
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
    void every_page_shows_what_is_there_without_a_complaint_and_asks_no_other_host() {
        Page page = chromium.visit(stage.page(""), 1440, 900, ColorScheme.LIGHT);
        PAGES.forEach((hash, word) -> {
            page.navigate(stage.page(hash));
            assertThat(page.locator("main")).containsText(word);
            assertThat(page.locator("main h1")).hasCount(1);
        });
        assertThat(chromium.complaints()).isEmpty();
        assertThat(chromium.strangers()).isEmpty();
    }

    @Test
    void nothing_serious_stands_in_the_way_of_anybody_in_light_and_dark_wide_and_narrow() {
        List<String> found = new ArrayList<>();
        Page page = chromium.visit(stage.page(""), 1440, 900, ColorScheme.LIGHT);
        PAGES.forEach((hash, word) -> {
            page.navigate(stage.page(hash));
            assertThat(page.locator("main")).containsText(word);
            for (int width : new int[] {1440, 360}) {
                page.setViewportSize(width, 900);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                found.addAll(serious(new AxeBuilder(page), hash + " light " + width));
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                found.addAll(
                        serious(new AxeBuilder(page).withRules(List.of("color-contrast")), hash + " dark " + width));
            }
        });
        assertThat(found).isEmpty();
    }

    private static List<String> serious(AxeBuilder axe, String where) {
        return axe.setLegacyMode(true).analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> where + ": " + rule.getId() + " "
                        + rule.getNodes().get(0).getHtml())
                .toList();
    }

    @Test
    void at_360_pixels_no_page_scrolls_sideways() {
        Page page = chromium.visit(stage.page(""), 360, 740, ColorScheme.LIGHT);
        PAGES.forEach((hash, word) -> {
            page.navigate(stage.page(hash));
            assertThat(page.locator("main")).containsText(word);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).as(hash).isEqualTo(360);
        });
    }

    @Test
    void on_a_telephone_what_can_be_done_is_in_reach() {
        Page page = chromium.visit(stage.page("alerts"), 360, 740, ColorScheme.LIGHT);
        Locator acknowledge = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Acknowledge: "
                + "Nothing from"));
        assertThat(acknowledge).isVisible();
        assertThat(acknowledge.boundingBox().x + acknowledge.boundingBox().width).isLessThan(360);
        page.navigate(stage.page(""));
        Locator alerts = page.locator("h2", new Page.LocatorOptions().setHasText("Open alerts"));
        assertThat(alerts).isVisible();
        assertThat(alerts.boundingBox().y)
                .as("before the map of all channels")
                .isLessThan(page.locator("table.heat").boundingBox().y);
        assertThat(page.locator("table.heat tbody th[scope=row]").first().boundingBox().width).as("room for the names "
                + "of channels").isGreaterThan(90);
    }

    @Test
    void a_name_that_tries_to_be_a_script_is_text() {
        Page page = chromium.visit(stage.page("channels/61002"), 1440, 900, ColorScheme.LIGHT);
        assertThat(page.locator("h1")).containsText(DashboardStage.EVIL);
        page.navigate(stage.page(""));
        assertThat(page.locator("main")).containsText(DashboardStage.EVIL);
        assertThat(page.locator("main img")).hasCount(0);
        assertThat(page).hasTitle(Pattern.compile("Wattline"));
    }

    @Test
    void the_chart_says_in_words_what_it_shows_and_its_marks_are_a_list_too() {
        Page page = chromium.visit(
                stage.page("channels/61001?start=2026-02-01&end=2026-02-03"), 1440, 900, ColorScheme.LIGHT);
        assertThat(page.locator(".chart canvas")).hasCount(1);
        assertThat(page.locator(".keys")).containsText("estimated (1)");
        assertThat(page.locator(".keys")).containsText("suspect (1)");
        assertThat(page.locator(".keys")).containsText("edited (1)");
        assertThat(page.locator(".keys")).containsText("missing (1)");
        page.locator("summary").click();
        assertThat(page.locator("details table")).containsText("no data from source");
        page.locator(".chart .u-over").hover();
        assertThat(page.locator("output")).containsText("kW, ");
    }

    @Test
    void a_rejected_value_far_from_all_others_is_named_and_does_not_flatten_the_chart() {
        Page page = chromium.visit(
                stage.page("channels/61001?start=2026-02-01&end=2026-02-02&column=power_kw"),
                1440,
                900,
                ColorScheme.LIGHT);
        page.locator("summary").click();
        assertThat(page.locator("details tr", new Page.LocatorOptions().setHasText("far too much")))
                .containsText("987,654");
        assertThat(page.locator("details thead")).containsText("Power, kW");
        Locator plot = page.locator(".chart .u-over");
        double width = plot.boundingBox().width;
        plot.hover(new Locator.HoverOptions().setPosition(width * 15 / 24, 20));
        assertThat(page.locator("output")).containsText("987,654 kW, rejected by power-range");
        assertThat(page.locator("#chart-words")).not().containsText("987");
    }

    @Test
    void an_address_goes_deep_and_what_is_chosen_stands_in_it() {
        Page page = chromium.visit(
                stage.page("channels/61001?start=2026-02-02&end=2026-02-03"), 1440, 900, ColorScheme.LIGHT);
        assertThat(page.locator("main h2").first()).hasText("Power, 2 Feb 2026");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Earlier")).click();
        assertThat(page).hasURL(Pattern.compile("start=2026-02-01&end=2026-02-02"));
        page.getByLabel("Value").selectOption("energy_kwh");
        assertThat(page).hasURL(Pattern.compile("column=energy_kwh"));
        assertThat(page.locator("main h2").first()).hasText("Energy, 1 Feb 2026");
        page.reload();
        assertThat(page.locator("main h2").first()).hasText("Energy, 1 Feb 2026");
    }

    @Test
    void days_are_those_of_the_site_and_utc_is_one_key_away() {
        Page page = chromium.visit(stage.page("channels/61001"), 1440, 900, ColorScheme.LIGHT);
        Locator newest = page.locator("dl time").first();
        assertThat(newest).containsText("GMT");
        assertThat(newest).hasAttribute("title", Pattern.compile("2026-02-03 1\\d:\\d\\d:00 UTC"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("UTC")).click();
        assertThat(page.locator("dl time").first()).containsText("UTC");
    }

    @Test
    void the_keyboard_alone_reaches_a_day_in_the_heat_map_and_the_content() {
        Page page = chromium.visit(stage.page(""), 1440, 900, ColorScheme.LIGHT);
        assertThat(page.locator("table.heat")).isVisible();
        page.keyboard().press("Tab");
        assertThat(page.locator("#skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
        page.locator("a.cell[tabindex='0']").focus();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("a.cell:focus")).hasAttribute("data-row", "1");
        assertThat(page.locator("a.cell:focus")).hasAttribute("data-column", "28");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("channels/61002\\?start=2026-02-02&end=2026-02-03"));
        assertThat(page.locator("h1")).isFocused();
    }

    @Test
    void an_alert_is_taken_on_with_the_token_and_a_wrong_one_is_called_wrong() {
        stage.alert("stale-channel/taken", "info", "Somebody should look at this");
        Page page = chromium.visit(stage.page("alerts"), 1440, 900, ColorScheme.LIGHT);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Acknowledge: Somebody should look at "
                + "this")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Token").fill("wrong-token-of-somebody");
        dialog.getByLabel("Your name").fill("ann");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Acknowledge")).click();
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("This token is wrong");
        assertThat(stage.value("select state from alerts where alert_key = 'stale-channel/taken'")).isEqualTo("firing");
        dialog.getByLabel("Token").fill(TOKEN);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Acknowledge")).click();
        assertThat(dialog).hasCount(0);
        assertThat(page.locator("main tr", new Page.LocatorOptions().setHasText("Somebody should look at this")))
                .containsText("acknowledged");
        assertThat(stage.value("select acknowledged_by from alerts where alert_key = 'stale-channel/taken'"))
                .isEqualTo("ann");
        page.navigate(stage.page("audit"));
        assertThat(page.locator("main tbody").first()).containsText("refused");
        assertThat(page.locator("main tbody").first()).containsText("ann");
        assertThat(chromium.complaints().stream()
                        .filter(complaint -> !complaint.toLowerCase(Locale.ROOT).contains("401")))
                .isEmpty();
    }

    @Test
    void what_people_do_reaches_the_service() {
        Page page = chromium.visit(stage.page("gaps"), 1440, 900, ColorScheme.LIGHT);
        page.evaluate("token => { sessionStorage.setItem('wattline.token', token); "
                + "sessionStorage.setItem('wattline.by', 'ann'); }", TOKEN);
        press(page, "Resume job 1", "Resume the job", Map.of());
        assertThat(page.locator("main tr", new Page.LocatorOptions().setHasText("by bob"))).containsText("open");
        assertThat(stage.value("select state from backfill_jobs where job_id = 1")).isEqualTo("open");
        press(page, "Fill the gaps …", "Start", Map.of());
        assertThat(page.locator("main progress")).hasCount(2);
        assertThat(stage.value("select count(*) from backfill_jobs where created_by like '%ann%'")).isEqualTo(1L);
        page.navigate(stage.page("alerts"));
        press(page, "Silence …", "Silence", Map.of("Rule", "gap-long", "Reason", "rebuilding"));
        press(page, "End the silence: rebuilding", "End", Map.of());
        assertThat(stage.value("select ends_at < '2026-02-03T12:11Z' from alert_silences where reason = 'rebuilding'"))
                .isEqualTo(true);
        page.navigate(stage.page("channels/61001"));
        press(
                page,
                "Accept: flat-line, One number eight times.",
                "Accept",
                Map.of("Reason", "the pump ran all night", "Until", "2026-03-01"));
        assertThat(page.locator("main")).containsText("the pump ran all night");
        assertThat(stage.value("select accepted_by || accepted_until from quality_findings where rule = 'flat-line'"))
                .asString()
                .startsWith("ann2026-03-01");
        press(page, "Withdraw: flat-line, One number eight times.", "Withdraw", Map.of());
        assertThat(stage.value("select accepted_by from quality_findings where rule = 'flat-line'")).isNull();
        page.navigate(stage.page("dead-letters/2"));
        press(page, "Discard …", "Discard", Map.of("Reason", "a test of the meter"));
        assertThat(page.locator("main")).containsText("a test of the meter");
        assertThat(stage.value("select close_reason from dead_letters where id = 2")).isEqualTo("a test of the meter");
        assertThat(chromium.complaints()).isEmpty();
    }

    /** Opens a dialog, fills it in and confirms; it closes when the service has done it. */
    private static void press(Page page, String button, String confirm, Map<String, String> fields) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        fields.forEach((label, value) -> dialog.getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .fill(value));
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(confirm).setExact(true)).click();
        assertThat(dialog).hasCount(0);
    }

    @Test
    void what_goes_wrong_while_somebody_looks_appears_by_itself() {
        Page page = chromium.visit(stage.page("alerts"), 1440, 900, ColorScheme.LIGHT);
        assertThat(page.locator("#link")).hasText("Live");
        stage.alert("stale-channel/live", "critical", "This has just begun");
        assertThat(page.locator("main table").first()).containsText("This has just begun");
        assertThat(page.locator("nav .badge.bad")).isVisible();
    }

    @Test
    void a_service_that_is_away_is_said_to_be_and_what_was_there_stays_with_its_time() {
        Page page = chromium.visit(stage.page("runs"), 1440, 900, ColorScheme.LIGHT);
        assertThat(page.locator("main tbody")).containsText("poll");
        assertThat(page.locator("#link")).hasText("Live");
        page.route("**/api/**", route -> route.abort());
        stage.alert("stale-channel/away", "info", "Something is new, which cannot be had");
        assertThat(page.locator("#notice")).containsText(Pattern.compile("Wattline does not respond. Shown as of "
                + "\\d\\d:\\d\\d"));
        assertThat(page.locator("main tbody")).containsText("poll");
        page.unroute("**/api/**");
        page.locator("#notice button").click();
        assertThat(page.locator("#notice")).isHidden();
    }
}
