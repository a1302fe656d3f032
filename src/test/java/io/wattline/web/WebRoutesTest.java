package io.wattline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The API over HTTP: what it answers, and that every answer is as documented. */
class WebRoutesTest {

    private static final String RANGE = "?start=2026-02-02T00:00:00Z&end=2026-02-03T00:00:00Z";
    private static ApiUnderTest api;

    @BeforeAll
    static void start() {
        api = ApiUnderTest.start(Map.of());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void the_overview_says_what_the_database_and_the_process_know() throws Exception {
        JsonNode overview = api.get("/api/overview");
        assertThat(overview.path("now").asText()).isEqualTo(ApiUnderTest.NOW.toString());
        assertThat(overview.at("/channels/live").asInt() + overview.at("/channels/quarantined").asInt()).isEqualTo(4);
        assertThat(overview.path("breaker").asText()).isEqualTo("CLOSED");
        assertThat(overview.path("canAct").asBoolean()).isTrue();
        assertThat(overview.path("completeness").asDouble()).isBetween(0.2, 1.0);
        assertThat(overview.path("deadLettersOpen").asLong()).isEqualTo(api.wattline().value("select count(*) from dead_letters where status = 'open'"));
        assertThat(overview.path("well").asBoolean()).isEqualTo(overview.path("reasons").isEmpty());
    }

    @Test
    void channels_come_in_pages_that_hold_each_one_once() throws Exception {
        List<Integer> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = api.get("/api/channels?limit=3" + next);
            page.path("items").forEach(item -> seen.add(item.path("channelId").asInt()));
            next = page.path("next").isNull() ? null : "&after=" + page.path("next").asText();
        } while (next != null);
        assertThat(seen).containsExactly(61001, 61002, 61003, 61004);
    }

    @Test
    void channels_are_found_by_site_name_number_and_state() throws Exception {
        JsonNode all = api.get("/api/channels").path("items");
        String site = all.get(0).path("siteId").asText();
        assertThat(api.get("/api/channels?site=" + site).path("items")).isNotEmpty().allMatch(item -> item.path("siteId").asText().equals(site));
        assertThat(api.get("/api/channels?site=nowhere").path("items")).isEmpty();
        assertThat(api.get("/api/channels?q=61003").path("items")).hasSize(1);
        assertThat(api.get("/api/channels?q=nothing-is-called-so").path("items")).isEmpty();
        assertThat(api.get("/api/channels?state=dead").path("items")).isEmpty();
    }

    @Test
    void sites_have_a_grade_and_a_completeness() throws Exception {
        assertThat(api.get("/api/sites").path("items")).filteredOn(site -> site.path("channels").asInt() > 0).isNotEmpty().allMatch(site -> site.path("grade").isTextual() && site.path("completeness").isNumber());
    }

    @Test
    void the_heatmap_has_a_share_or_nothing_for_each_day() throws Exception {
        JsonNode map = api.get("/api/heatmap?days=5");
        assertThat(map.path("days")).hasSize(5);
        assertThat(map.path("days").get(4).asText()).isEqualTo("2026-02-03");
        assertThat(map.path("items")).hasSize(4).allMatch(item -> item.path("completeness").size() == 5 && item.path("completeness").get(3).asDouble() > 0.5);
    }

    @Test
    void readings_are_those_of_the_table_with_the_columns_that_are_asked_for() throws Exception {
        JsonNode readings = api.get("/api/channels/61001/readings" + RANGE + "&columns=energy_kwh,voltage_v&limit=5000");
        assertThat(readings.path("items")).hasSize(((Long) api.wattline().value("select count(*) from readings where channel_id = 61001 and \"timestamp\" >= '2026-02-02T00:00Z' "
                + "and \"timestamp\" < '2026-02-03T00:00Z'")).intValue());
        assertThat(readings.path("items").get(0).path("energy_kwh").isNumber()).isTrue();
        assertThat(readings.path("items").get(0).has("power_kw")).isFalse();
    }

    @Test
    void sums_by_hour_and_day_say_what_they_are_made_of() throws Exception {
        JsonNode hours = api.get("/api/channels/61001/readings" + RANGE + "&step=hour").path("items");
        assertThat(hours).hasSize(24).allMatch(hour -> Math.abs(hour.path("measuredShare").asDouble() + hour.path("estimatedShare").asDouble() + hour.path("missingShare").asDouble() - 1) < 1e-9);
        assertThat(api.get("/api/channels/61001/readings?start=2026-01-01T00:00:00Z&end=2026-02-04T00:00:00Z&step=day").path("items")).isNotEmpty();
    }

    @Test
    void marks_show_what_was_rejected() throws Exception {
        long rejected = (long) api.wattline().value("select count(*) from dead_letters where reading_timestamp is not null and channel_id = 61001");
        assertThat(api.get("/api/channels/61001/marks?start=2026-01-01T00:00:00Z&end=2026-02-04T00:00:00Z").path("rejected")).hasSize((int) rejected);
    }

    @Test
    void what_is_not_known_is_404_and_what_cannot_be_meant_is_400_and_says_why() throws Exception {
        assertThat(problem("/api/channels/4711/readings" + RANGE, 404).path("detail").asText()).contains("4711");
        assertThat(problem("/api/nothing", 404).path("detail").asText()).contains("/api/nothing");
        JsonNode wrong = problem("/api/channels?limit=0&state=tired&colour=red", 400);
        assertThat(wrong.path("errors").findValuesAsText("argument")).containsExactlyInAnyOrder("limit", "state", "colour");
        assertThat(wrong.toString()).contains("a whole number from 1 to 1000", "[live, paused, dead, quarantined, inactive]");
        assertThat(problem("/api/channels?after=bm9uc2Vuc2U", 400).at("/errors/0/argument").asText()).isEqualTo("after");
        assertThat(problem("/api/channels?after=WyJhIiwiYiJd", 400).at("/errors/0/argument").asText()).isEqualTo("after");
        assertThat(problem("/api/channels/61001/readings" + RANGE + "&columns=energy_kwh,password", 400).toString()).contains("password", "energy_kwh");
        assertThat(problem("/api/channels/61001/readings?start=2026-02-03T00:00:00Z&end=2026-02-03T00:00:00Z", 400).toString()).contains("later than");
        assertThat(problem("/api/channels/61001/readings", 400).path("errors").findValuesAsText("argument")).containsExactly("start", "end");
        assertThat(problem("/api/channels/61001'%20or%201=1/readings" + RANGE, 400).toString()).contains("a whole number");
    }

    private static JsonNode problem(String path, int status) throws Exception {
        HttpResponse<String> answer = api.ask("GET", path, Map.of());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(status);
        return api.documented("GET", path, answer);
    }
}
