package io.wattline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The API over HTTP: what it answers, and that every answer is as documented. */
class WebRoutesTest {

    private static final String SITE = "select min(organization_id) from channels";
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
        assertThat(overview.path("deadLettersOpen").asLong()).isEqualTo(api.wattline().value("select count(*) "
                + "from dead_letters where status = 'open'"));
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
        assertThat(api.get("/api/channels?site=" + site).path("items"))
                .isNotEmpty()
                .allMatch(item -> item.path("siteId").asText().equals(site));
        assertThat(problem("/api/channels?site=nowhere", 400).toString()).contains("site 'nowhere' does not exist");
        assertThat(api.get("/api/channels?q=61003").path("items")).hasSize(1);
        assertThat(api.get("/api/channels?q=nothing-is-called-so").path("items")).isEmpty();
        assertThat(api.get("/api/channels?state=dead").path("items")).isEmpty();
        assertThat(api.get("/api/channels?q="
                                + java.net.URLEncoder.encode("line 2", java.nio.charset.StandardCharsets.UTF_8))
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void sites_have_a_grade_and_a_completeness() throws Exception {
        assertThat(api.get("/api/sites").path("items"))
                .filteredOn(site -> site.path("channels").asInt() > 0)
                .isNotEmpty()
                .allMatch(site -> site.path("grade").isTextual()
                        && site.path("completeness").isNumber());
    }

    @Test
    void the_heatmap_has_a_share_or_nothing_for_each_day() throws Exception {
        JsonNode map = api.get("/api/heatmap?days=5");
        assertThat(map.path("days")).hasSize(5);
        assertThat(map.path("days").get(4).asText()).isEqualTo("2026-02-03");
        assertThat(map.path("items"))
                .hasSize(4)
                .allMatch(item -> item.path("completeness").size() == 5
                        && item.path("completeness").get(3).asDouble() > 0.5);
    }

    @Test
    void readings_are_those_of_the_table_with_the_columns_that_are_asked_for() throws Exception {
        JsonNode readings =
                api.get("/api/channels/61001/readings" + RANGE + "&columns=energy_kwh,voltage_v&limit=5000");
        assertThat(readings.path("items")).hasSize(((Long) api.wattline().value("select count(*) from readings "
                + "where channel_id = 61001 and \"timestamp\" >= '2026-02-02T00:00Z' "
                + "and \"timestamp\" < '2026-02-03T00:00Z'")).intValue());
        assertThat(readings.path("items").get(0).path("energy_kwh").isNumber()).isTrue();
        assertThat(readings.path("items").get(0).has("power_kw")).isFalse();
    }

    @Test
    void sums_by_hour_and_day_say_what_they_are_made_of() throws Exception {
        JsonNode hours = api.get("/api/channels/61001/readings" + RANGE + "&step=hour").path("items");
        assertThat(hours)
                .hasSize(24)
                .allMatch(hour -> Math.abs(hour.path("measuredShare").asDouble()
                                + hour.path("estimatedShare").asDouble()
                                + hour.path("missingShare").asDouble()
                                - 1)
                        < 1e-9);
        assertThat(api.get("/api/channels/61001/readings?start=2026-01-01T00:00:00Z&end=2026-02-04T00:00:00Z&step=day")
                        .path("items"))
                .isNotEmpty();
    }

    @Test
    void marks_show_what_was_rejected() throws Exception {
        long rejected = (long) api.wattline().value("select count(*) from dead_letters "
                + "where reading_timestamp is not null and channel_id = 61001");
        assertThat(api.get("/api/channels/61001/marks?start=2026-01-01T00:00:00Z&end=2026-02-04T00:00:00Z")
                        .path("rejected"))
                .hasSize((int) rejected);
    }

    @Test
    void what_is_not_known_is_404_and_what_cannot_be_meant_is_400_and_says_why() throws Exception {
        assertThat(problem("/api/channels/4711/readings" + RANGE, 404).path("detail").asText()).contains("4711");
        assertThat(problem("/api/nothing", 404).path("detail").asText()).contains("/api/nothing");
        JsonNode wrong = problem("/api/channels?limit=0&state=tired&colour=red", 400);
        assertThat(wrong.path("errors").findValuesAsText("argument"))
                .containsExactlyInAnyOrder("limit", "state", "colour");
        assertThat(wrong.toString()).contains("a whole number from 1 to 1000", "[live, paused, dead, quarantined, "
                + "inactive]");
        assertThat(problem("/api/channels?after=bm9uc2Vuc2U", 400)
                        .at("/errors/0/argument")
                        .asText())
                .isEqualTo("after");
        assertThat(problem("/api/channels?after=WyJhIiwiYiJd", 400)
                        .at("/errors/0/argument")
                        .asText())
                .isEqualTo("after");
        assertThat(problem("/api/channels/61001/readings" + RANGE + "&columns=energy_kwh,password", 400)
                        .toString())
                .contains("password", "energy_kwh");
        assertThat(problem("/api/channels/61001/readings?start=2026-02-03T00:00:00Z&end=2026-02-03T00:00:00Z", 400)
                        .toString())
                .contains("later than");
        assertThat(problem("/api/channels/61001/readings", 400).path("errors").findValuesAsText("argument"))
                .containsExactly("start", "end");
        assertThat(problem("/api/channels/61001'%20or%201=1/readings" + RANGE, 400)
                        .toString())
                .contains("a whole number");
    }

    /** So that lists are not empty and every part of an answer is there. */
    private static void fill() {
        api.wattline()
                .database()
                .execute(
                        """
                insert into data_gaps (channel_id, gap_start, gap_end, reason, fillable, missing_slots)
                  values (61001, '2026-02-01T00:00Z', '2026-02-01T01:00Z', 'no_data_from_source', false, 4);
                insert into estimates (gap_id, run_id, channel_id, gap_start, gap_end, method, slots, energy_kwh,
                  inputs, estimated_at)
                  select gap_id, (select min(run_id) from runs), channel_id, gap_start, gap_end, 'linear', 4, 1.0,
                    '{}', now() from data_gaps where channel_id = 61001 and reason = 'no_data_from_source';
                insert into readings (channel_id, "timestamp", energy_kwh)
                  select 61003, t, 1 from generate_series(1, 6) week, generate_series(
                    '2026-02-02T00:00Z'::timestamptz - week * interval '7 days',
                    '2026-02-02T23:45Z'::timestamptz - week * interval '7 days', '15 minutes') t
                  on conflict do nothing;
                insert into quality_findings (channel_id, rule, severity, finding_start, finding_end, reason, marks,
                  found_at, last_seen_at)
                  values (61001, 'spike', 'warning', '2026-02-01T05:00Z', '2026-02-01T06:00Z', 'a test says so', false,
                    now(), now());
                insert into alerts (alert_key, rule, severity, summary, state, site_id, started_at, fired_at,
                  last_seen_at, times_seen) values ('test/1', 'test', 'warning', 'A test', 'firing', '23272', now(),
                  now(), now(), 1);
                insert into alert_events (alert_id, at, event)
                  select alert_id, now(), 'fired' from alerts where alert_key = 'test/1';
                insert into alert_silences (rule, starts_at, ends_at, reason, created_by)
                  values ('test', '2026-02-03T00:00Z', '2026-02-04T00:00Z', 'a test', 'ann');
                insert into audit_log (at, who, via, action, outcome) values (now(), 'ann', 'cli', 'test', 'done');
                insert into backfill_jobs (kind, state, created_by, created_at, windows, finished_at)
                  values ('range', 'done', 'ann', now(), 0, now());
                insert into data_breakers (channel_id, state, readings, rejected, good_batches, trips, opened_at,
                  reason, updated_at) values (61004, 'open', 10, 9, 0, 1, now(), 'a test', now())
                  on conflict (channel_id) do update set state = 'open', opened_at = now(), reason = 'a test';
                insert into virtual_meters (name, organization_id) values ('Rest', '23272');
                insert into virtual_meter_map select id, 61001, -1 from virtual_meters;
                insert into tariffs values ('Flat', '23272', 'GBP', '2026-01-01', null, 0.31, 0.5);
                select refresh_site_days('2026-02-03T12:10:00Z', 1000);
                insert into anomalies (channel_id, detector, version, starts_at, ends_at, first_seen_day,
                    last_seen_day, score, cause, sentence, state, found_at, changed_at)
                values (61001, 'level', 1, '2026-02-01T00:00:00Z', '2026-02-03T00:00:00Z', '2026-02-01', '2026-02-02',
                    9, 'meter', 'Twice as much.', 'open', '2026-02-03T01:00:00Z', '2026-02-03T01:00:00Z');
                insert into forecasts (kind, subject, subject_name, organization_id, made_for, made_at, horizon_end,
                    probability, persistence, line, limit_value, value_low, value_high, due_low, warned, muted,
                    sentence, advice, own_action)
                values ('clock', 'clock:5', 'gateway 5', '23272', now(), now(), now() + interval '14 days', 0.8, 0, 1,
                    405, 380, 'Infinity', now() + interval '9 days', true, false, 'It runs away.', 'Set it.', 'None.');
                """);
        api.wattline().database().execute("update readings set energy_kwh = energy_kwh + 1 where channel_id = 61001 "
                + "and \"timestamp\" = (select max(\"timestamp\") from readings where channel_id = 61001)");
    }

    @Test
    void every_operation_that_looks_answers_as_documented() throws Exception {
        fill();
        String newest = api.wattline().value("select to_char(max(\"timestamp\") at time zone 'UTC', "
                + "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from readings where channel_id = 61001").toString();
        Map<String, String> ids = Map.of("alert", "select max(alert_id) from alerts", "dead-letter", "select max(id) "
                + "from dead_letters", "run", "select min(run_id) from ingestion_logs",
                "backfill", "select max(job_id) from backfill_jobs", "site", SITE, "site-energy", SITE, "site-hours",
                SITE, "anomaly", "select max(anomaly_id) from v_anomalies", "expected", "select 61003");
        for (ApiOperation operation : ApiDocument.read().operations()) {
            if (operation.acts() || Set.of("events", "export").contains(operation.id())) {
                continue;
            }
            String id = ids.containsKey(operation.id())
                    ? api.wattline().value(ids.get(operation.id())).toString()
                    : "61001";
            String query = operation.id().matches("completeness|daily-energy|site-.+|site")
                    ? "?start=2026-02-01&end=2026-02-04"
                    : has(operation, "start")
                            ? RANGE
                            : has(operation, "state") && operation.id().matches("alerts|gaps") ? "?state=all" : "";
            JsonNode answer = api.get(operation.path().replace("{id}", id).replace("{timestamp}", newest) + query);
            if (answer.has("items")) {
                assertThat(answer.path("items")).as(operation.id()).isNotEmpty();
            }
        }
    }

    @Test
    void the_lineage_of_a_reading_goes_from_value_to_run_to_request_and_knows_what_it_was_before() throws Exception {
        JsonNode lineage = api.get("/api/channels/61002/readings/2026-02-02T06:00:00Z");
        assertThat(lineage.at("/reading/values/energy_kwh").asDouble())
                .isEqualTo(
                        api.wattline()
                                .value(
                                        "select energy_kwh from readings where channel_id = 61002 "
                                                + "and \"timestamp\" = '2026-02-02T06:00Z'"));
        assertThat(lineage.at("/run/ruleSet").asText()).isNotBlank();
        assertThat(lineage.at("/request/request").asText()).contains("61002");
        assertThat(lineage.path("history")).isEmpty();
        assertThat(lineage.path("estimate").isNull()).isTrue();
        problem("/api/channels/61002/readings/2026-02-02T06:07:00Z", 404);
    }

    @Test
    void pages_of_all_lists_hold_everything_once() throws Exception {
        for (String list : new String[] {
            "/api/completeness?start=2026-02-01&end=2026-02-04&limit=3",
            "/api/dead-letters?limit=7",
            "/api/channels/61001/readings" + RANGE + "&limit=40",
            "/api/channels/61001/readings" + RANGE + "&step=hour&limit=5",
            "/api/dead-letters/rules?limit=1",
            "/api/sites?limit=1",
            "/api/heatmap?limit=1"
        }) {
            List<String> seen = new ArrayList<>();
            String next = "";
            while (next != null) {
                JsonNode page = api.get(list + next);
                page.path("items").forEach(item -> seen.add(item.toString()));
                next = page.path("next").isNull() ? null : "&after=" + page.path("next").asText();
            }
            List<String> whole = new ArrayList<>();
            api.get(list.replaceFirst("&?limit=\\d+", "")).path("items").forEach(item -> whole.add(item.toString()));
            assertThat(seen).as(list).isEqualTo(whole).doesNotHaveDuplicates().hasSizeGreaterThan(1);
        }
    }

    @Test
    void open_alerts_stand_by_how_bad_they_are_also_over_pages() throws Exception {
        for (String severity : List.of("info", "critical", "warning", "info", "critical")) {
            api.wattline().database().execute("insert into alerts (alert_key, rule, severity, summary, state, "
                    + "started_at, fired_at) select 'order/' || count(*), 'order', '" + severity
                    + "', 'Order', 'firing', now(), now() from alerts");
        }
        List<String> severities = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = api.get("/api/alerts?limit=2" + next);
            page.path("items").forEach(alert -> severities.add(alert.path("severity").asText()));
            page.path("items").forEach(alert -> ids.add(alert.path("alertId").asLong()));
            next = page.path("next").isNull() ? null : "&after=" + page.path("next").asText();
        }
        assertThat(severities)
                .isSortedAccordingTo(java.util.Comparator.comparing(List.of("critical", "warning", "info")::indexOf))
                .startsWith("critical", "critical")
                .contains("info");
        assertThat(ids).doesNotHaveDuplicates().hasSize(((Long) api.wattline().value("select count(*) from alerts "
                + "where state in ('firing', 'acknowledged')")).intValue());
    }

    @Test
    void csv_has_every_reading_of_the_range_and_a_header_with_units() throws Exception {
        HttpResponse<String> answer = api.ask(
                "GET",
                "/api/channels/61001/readings?start=2026-01-01T00:00:00Z&end=2026-02-04T00:00:00Z&columns=energy_kwh,"
                        + "thd_voltage&format=csv",
                Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; "
                + "filename=\"readings-61001-raw.csv\"");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.get(0)).isEqualTo("timestamp,quality,method,run_id,energy_kwh,thd_voltage [%]");
        assertThat(lines).hasSize(1 + ((Long) api.wattline().value("select count(*) from readings "
                + "where channel_id = 61001")).intValue());
        assertThat(lines.get(1)).matches("2026-\\d\\d-\\d\\dT\\d\\d:\\d\\d:00Z,.*");
        assertThat(api.ask("GET", "/api/daily-energy?start=2026-02-01&end=2026-02-04&format=csv", Map.of())
                        .body()
                        .lines()
                        .toList()
                        .get(0))
                .contains("energy_kwh,measured_kwh")
                .doesNotContain("cursor");
    }

    @Test
    void sums_of_energy_are_as_exact_as_readings_are_and_no_more() throws Exception {
        for (String path : new String[] {
            "/api/daily-energy?start=2026-02-01&end=2026-02-04",
            "/api/channels/61001/readings?start=2026-01-31T00:00:00Z&end=2026-02-04T00:00:00Z&step=hour",
            "/api/channels/61002/readings?start=2026-01-31T00:00:00Z&end=2026-02-04T00:00:00Z&step=day"
        }) {
            api.get(path)
                    .path("items")
                    .forEach(sum -> assertThat(sum.properties()).as(path).allSatisfy(each -> {
                        if (each.getKey().endsWith("Kwh") && !each.getValue().isNull()) {
                            assertThat(each.getValue()
                                            .decimalValue()
                                            .stripTrailingZeros()
                                            .scale())
                                    .as(each.toString())
                                    .isLessThanOrEqualTo(6);
                        }
                    }));
        }
    }

    @Test
    void a_rejected_reading_says_the_value_with_which_it_came_in_our_unit_where_it_can_be_read() throws Exception {
        api.wattline()
                .database()
                .execute(
                        """
                insert into dead_letters (stage, channel_id, reading_timestamp, rule, reason, payload) values
                  ('validate', 61003, '2026-02-02T03:00Z', 'power-range', 'a test',
                    '{"channel": 61003, "resolution": 900, "units": {"P": "W"},
                    "records": [{"ts": 1770001200, "P": 9000000}]}'),
                  ('validate', 61003, '2026-02-02T03:15Z', 'power-range', 'a test', '{"channel": 61003}')""");
        List<JsonNode> rejected = new ArrayList<>();
        api.get("/api/channels/61003/marks?start=2026-02-02T03:00:00Z&end=2026-02-02T03:30:00Z&column=power_kw")
                .path("rejected")
                .forEach(rejected::add);
        assertThat(rejected.stream()
                        .filter(each -> each.path("reason").asText().equals("a test"))
                        .map(each -> each.path("value").asText()))
                .containsExactly("9000.0", "null");
        assertThat(api.get("/api/channels/61003/marks?start=2026-02-02T03:00:00Z&end=2026-02-02T03:30:00Z")
                        .path("rejected"))
                .allMatch(each -> each.path("value").isNull());
        assertThat(problem("/api/channels/61003/marks" + RANGE + "&column=password", 400)
                        .at("/errors/0/argument")
                        .asText())
                .isEqualTo("column");
    }

    @Test
    void a_response_is_compressed_where_the_client_accepts_that() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (String path : new String[] {"/api/openapi.json", "/dashboard/app.css", "/metrics"}) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api.url() + path))
                    .header("Authorization", "Bearer " + ApiUnderTest.TOKEN);
            HttpResponse<byte[]> plain = client.send(request.build(), BodyHandlers.ofByteArray());
            HttpResponse<byte[]> packed =
                    client.send(request.header("Accept-Encoding", "gzip, br").build(), BodyHandlers.ofByteArray());
            assertThat(plain.headers().firstValue("Content-Encoding")).as(path).isEmpty();
            assertThat(packed.headers().firstValue("Content-Encoding")).as(path).hasValue("gzip");
            assertThat(packed.headers().firstValue("Vary")).as(path).hasValue("Accept-Encoding");
            assertThat(packed.body().length).as(path).isLessThan(plain.body().length / 2);
            byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
            if (!path.equals("/metrics")) {
                assertThat(unpacked).as(path).isEqualTo(plain.body());
            }
        }
    }

    @Test
    void a_sum_with_missing_readings_says_that_it_is_partial_also_in_csv() throws Exception {
        api.wattline().database().execute("delete from readings where channel_id = 61004 "
                + "and \"timestamp\" = '2026-02-02T06:15Z'");
        String hours = "/api/channels/61004/readings?start=2026-02-02T06:00:00Z&end=2026-02-02T08:00:00Z&step=hour";
        assertThat(api.get(hours).at("/items/0/partial").asBoolean()).isTrue();
        assertThat(api.get(hours).at("/items/0/missingReadings").asInt()).isEqualTo(1);
        assertThat(api.get(hours).at("/items/1/partial").asBoolean()).isFalse();
        List<String> csv = api.ask("GET", hours + "&format=csv", Map.of()).body().lines().toList();
        int column = List.of(csv.get(0).split(",")).indexOf("partial");
        assertThat(csv.get(1).split(",")[column]).isEqualTo("true");
    }

    @Test
    void open_jobs_and_those_of_people_stand_before_automatic_ones() throws Exception {
        api.wattline().database().execute("insert into backfill_jobs (kind, state, created_by, windows, finished_at) "
                + "select 'automatic', 'done', 'wattline', 1, now() from generate_series(1, 12);"
                + "insert into backfill_jobs (kind, state, created_by, windows) "
                + "values ('automatic', 'paused', 'wattline', 1);"
                + "insert into backfill_jobs (kind, state, created_by, windows, finished_at) "
                + "values ('gaps', 'done', 'ann', 1, now());"
                + "insert into backfill_jobs (kind, state, created_by, windows, finished_at) "
                + "select 'automatic', 'done', 'wattline', 1, now() from generate_series(1, 12)");
        List<String> kinds = new ArrayList<>();
        Set<Long> ids = new HashSet<>();
        String next = "";
        while (next != null) {
            JsonNode page = api.get("/api/backfills?limit=5" + next);
            page.path("items")
                    .forEach(job -> kinds.add(job.path("state").asText() + " "
                            + job.path("createdBy").asText()));
            page.path("items").forEach(job -> ids.add(job.path("jobId").asLong()));
            next = page.path("next").isNull() ? null : "&after=" + page.path("next").asText();
        }
        assertThat(kinds.indexOf("paused wattline")).isLessThan(kinds.indexOf("done ann"));
        assertThat(kinds.indexOf("done ann")).isLessThan(kinds.indexOf("done wattline"));
        assertThat(ids).hasSize(kinds.size());
        long job = (long) api.wattline().value("select job_id from backfill_jobs where created_by = 'ann'");
        assertThat(api.get("/api/backfills/" + job).path("createdBy").asText()).isEqualTo("ann");
        assertThat(problem("/api/backfills/999999", 404).path("detail").asText()).isEqualTo("Backfill 999999 does not "
                + "exist");
    }

    @Test
    void an_alert_says_what_to_do_where_to_read_and_until_when_it_is_silenced() throws Exception {
        api.wattline()
                .database()
                .execute(
                        """
                insert into alerts (alert_key, rule, severity, summary, state, started_at, fired_at, members)
                  values ('way/1', 'channel-dead', 'warning', 'Dead', 'firing', now(), now(),
                  '[{"subject": {"siteId": "23271", "channelId": 61001, "name": "LINE 1"},
                    "since": "2026-02-03T11:00:00Z", "text": "dead"}]');
                insert into alert_silences (channel_id, starts_at, ends_at, reason, created_by) values
                  (61001, '2026-02-03T11:00Z', '2026-02-03T18:00Z', 'on the bench', 'bob'),
                    (61002, '2026-02-03T11:00Z', '2026-02-03T18:00Z', 'another channel', 'bob')""");
        JsonNode alert = api.get("/api/alerts/" + api.wattline().value("select alert_id from alerts "
                + "where alert_key = 'way/1'"));
        assertThat(alert.path("action").asText()).isNotBlank();
        assertThat(alert.path("runbook").asText()).isEqualTo("docs/runbooks/channel-dead.md");
        assertThat(alert.path("silences")).singleElement().satisfies(silence -> {
            assertThat(silence.path("endsAt").asText()).isEqualTo("2026-02-03T18:00:00Z");
            assertThat(silence.path("channelName").asText()).isNotBlank();
        });
    }

    private static JsonNode problem(String path, int status) throws Exception {
        HttpResponse<String> answer = api.ask("GET", path, Map.of());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(status);
        return api.documented("GET", path, answer);
    }

    private static boolean has(ApiOperation operation, String argument) {
        return operation.arguments().stream().anyMatch(each -> each.name().equals(argument));
    }
}
