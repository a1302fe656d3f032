package io.wattline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.testing.Patience;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people do over HTTP, what is written down of it, and what is heard by those who listen. */
class WebActionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
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
    void ingestion_is_paused_and_goes_on_and_both_are_written_down() throws Exception {
        assertThat(done("/api/ingestion/pause", "{\"by\": \"ann\"}").path("ingestionPaused").asBoolean()).isTrue();
        assertThat(api.get("/api/overview").path("reasons").toString()).contains("paused");
        assertThat(done("/api/ingestion/resume", "{\"by\": \"ann\"}").path("ingestionPaused").asBoolean()).isFalse();
        assertThat(api.wattline().rows("select who, via, origin, outcome from audit_log "
                + "where action = 'ingestion-pause' and outcome = 'done'"))
                .containsExactly(Map.of("who", "ann", "via", "http", "origin", "127.0.0.1", "outcome", "done"));
    }

    @Test
    void what_is_refused_is_written_down_too() throws Exception {
        assertThat(api.ask("POST", "/api/backfills/cancel", Map.of("Content-Type", "application/json"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(api.post("/api/backfills/cancel", "{\"job\": 4711, \"by\": \"bob\"}").statusCode()).isEqualTo(409);
        assertThat(api.post("/api/backfills/cancel", "{\"job\": \"all\", \"by\": \"bob\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(api.post("/api/backfills/cancel", "[]").statusCode()).isEqualTo(400);
        assertThat(api.wattline().rows("select outcome from audit_log where action = 'backfill-cancel' "
                + "and outcome <> 'done'")).hasSize(4).allMatch(row -> row.get("outcome").equals("refused"));
    }

    @Test
    void a_backfill_of_days_is_opened_paused_resumed_and_cancelled() throws Exception {
        done("/api/ingestion/pause", "{\"by\": \"ann\"}");
        try {
            long job = done("/api/backfills", "{\"startDate\": \"2026-01-30\", \"endDate\": \"2026-02-01\", "
                    + "\"channels\": [61001], \"by\": \"ann\"}").path("job").asLong();
            assertThat(api.get("/api/backfills").at("/items/0/jobId").asLong()).isEqualTo(job);
            assertThat(done("/api/backfills/pause", job(job)).path("state").asText()).isEqualTo("paused");
            assertThat(done("/api/backfills/resume", job(job)).path("state").asText()).isEqualTo("open");
            assertThat(done("/api/backfills/cancel", job(job)).path("state").asText()).isEqualTo("cancelled");
        } finally {
            done("/api/ingestion/resume", "{\"by\": \"ann\"}");
        }
        assertThat(api.post("/api/backfills", "{\"startDate\": \"2026-02-01\", \"endDate\": \"2026-02-01\", \"by\": "
                + "\"ann\"}").statusCode()).isEqualTo(400);
        assertThat(api.post("/api/backfills", "{\"gaps\": true, \"startDate\": \"2026-02-01\", \"by\": \"ann\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(api.post("/api/backfills", "{\"gaps\": true, \"channels\": [4711], \"by\": \"ann\"}")
                        .body())
                .contains("4711");
        assertThat(api.post("/api/backfills", "{\"gaps\": true, \"by\": \"ann\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void an_anomaly_gets_a_verdict_that_raises_a_cut_off_and_can_be_taken_back() throws Exception {
        api.wattline().database().execute("insert into anomalies (channel_id, detector, version, starts_at, ends_at, "
                + "first_seen_day, last_seen_day, score, cause, sentence, state, found_at, changed_at) values (61001, "
                + "'day', 1, '2026-01-30Z', '2026-01-31Z', '2026-01-30', '2026-01-30', 7, 'unknown', 'odd', 'open', "
                + "'2026-02-01Z', '2026-02-01Z')");
        JsonNode anomaly = api.get("/api/anomalies").at("/items/0");
        assertThat(anomaly.path("sentence").asText()).isEqualTo("odd");
        String of = "{\"anomaly\": " + anomaly.path("anomalyId") + ", \"by\": \"ann\"";
        done("/api/anomalies/accept", of + ", \"reason\": \"a feast\"}");
        assertThat(api.get("/api/anomalies").at("/items/0/verdict").asText()).isEqualTo("normal");
        assertThat(api.wattline().value("select count(*) from detector_adjustments where withdrawn_at is null"))
                .isEqualTo(1L);
        done("/api/anomalies/confirm", of + ", \"reason\": \"no feast\"}");
        done("/api/anomalies/withdraw", of + "}");
        assertThat(api.wattline().value("select count(*) from detector_adjustments where withdrawn_at is null"))
                .isEqualTo(0L);
        assertThat(api.post("/api/anomalies/withdraw", of + "}").statusCode()).isEqualTo(409);
    }

    @Test
    void dead_letters_are_sent_through_again_or_given_up_in_somebodys_name() throws Exception {
        List<Map<String, Object>> open = api.wattline().rows("select id, rule from dead_letters where status = 'open' "
                + "and channel_id is not null order by id desc limit 2");
        JsonNode tally =
                done("/api/dead-letters/replay", "{\"ids\": [" + open.get(0).get("id") + "], \"by\": \"ann\"}");
        assertThat(tally.path("kept").asInt() + tally.path("rejected").asInt()).isEqualTo(1);
        Object id = open.get(1).get("id");
        assertThat(done("/api/dead-letters/discard", "{\"ids\": [" + id + "], \"reason\": \"a test\", \"by\": "
                + "\"ann\"}").path("discarded")).hasSize(1);
        assertThat(api.get("/api/dead-letters/" + id).path("closedBy").asText()).isEqualTo("ann");
        assertThat(api.post("/api/dead-letters/replay", "{\"ids\": [" + id + "], \"by\": \"ann\"}")
                        .statusCode())
                .as("it is not open any more")
                .isEqualTo(409);
        assertThat(api.post("/api/dead-letters/replay", "{\"by\": \"ann\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void all_dead_letters_of_a_rule_are_discarded_a_part_at_a_time_and_the_rest_is_counted() throws Exception {
        api.wattline().database().execute("insert into dead_letters (stage, rule, reason, payload) "
                + "select 'validate', 'too-many', 'a test', jsonb_build_object('n', n) "
                + "from generate_series(1, 1003) n");
        JsonNode first = done("/api/dead-letters/discard", "{\"rule\": \"too-many\", \"reason\": \"a test\", \"by\": "
                + "\"ann\"}");
        assertThat(first.path("discarded")).hasSize(1000);
        assertThat(first.path("remaining").asInt()).isEqualTo(3);
        JsonNode second = done("/api/dead-letters/discard", "{\"rule\": \"too-many\", \"reason\": \"a test\", \"by\": "
                + "\"ann\", \"after\": " + first.path("last") + "}");
        assertThat(second.path("discarded")).hasSize(3);
        assertThat(second.path("remaining").asInt()).isZero();
        assertThat(api.wattline().value("select count(*) from dead_letters where rule = 'too-many' "
                + "and status = 'open'")).isEqualTo(0L);
        assertThat(api.post("/api/dead-letters/discard", "{\"reason\": \"all\", \"by\": \"ann\"}")
                        .statusCode())
                .as("neither ids nor rule")
                .isEqualTo(400);
    }

    @Test
    void a_silence_is_made_and_ended() throws Exception {
        long silence = done("/api/alerts/silence", "{\"site\": \"23272\", \"for\": \"2h\", \"reason\": "
                + "\"rebuilding\", \"by\": \"ann\"}").path("silence").asLong();
        assertThat(api.get("/api/silences").at("/items/0/createdBy").asText()).isEqualTo("ann");
        done("/api/silences/end", "{\"silence\": " + silence + ", \"by\": \"ann\"}");
        assertThat(api.post("/api/silences/end", "{\"silence\": 4711, \"by\": \"ann\"}").statusCode()).isEqualTo(409);
        assertThat(api.post("/api/alerts/silence", "{\"for\": \"soon\", \"reason\": \"r\", \"by\": \"ann\"}")
                        .body())
                .contains("a duration above 0");
    }

    @Test
    void a_finding_is_accepted_in_somebodys_name_and_counts_again_when_that_is_withdrawn() throws Exception {
        api.wattline().database().execute("insert into quality_findings (channel_id, rule, severity, finding_start, "
                + "finding_end, reason, marks, found_at, last_seen_at) "
                + "values (61002, 'spike', 'warning', '2026-02-01T05:00Z', '2026-02-01T06:00Z', 'three times as much "
                + "as beside it', true, now(), now())");
        Object id = api.wattline().value("select max(finding_id) from quality_findings where channel_id = 61002");
        assertThat(done("/api/findings/accept", "{\"finding\": " + id + ", \"reason\": \"load bank test\", \"until\": "
                + "\"2026-03-01\", \"by\": \"ann\"}").path("accepted").asLong()).isEqualTo(id);
        JsonNode accepted = finding(id);
        assertThat(List.of(
                        accepted.path("counts").asBoolean(),
                        accepted.path("acceptedBy").asText(),
                        accepted.path("acceptedReason").asText(),
                        accepted.path("acceptedUntil").asText()))
                .containsExactly(false, "ann", "load bank test", "2026-03-01T00:00:00Z");
        assertThat(done("/api/findings/withdraw", "{\"finding\": " + id + ", \"by\": \"bob\"}")
                        .path("withdrawn")
                        .asLong())
                .isEqualTo(id);
        assertThat(finding(id).path("counts").asBoolean()).isTrue();
        assertThat(api.post("/api/findings/withdraw", "{\"finding\": " + id + ", \"by\": \"bob\"}")
                        .statusCode())
                .as("nobody has accepted it any more")
                .isEqualTo(409);
        assertThat(api.post("/api/findings/accept", "{\"finding\": 4711, \"reason\": \"r\", \"by\": \"bob\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(api.post("/api/findings/accept", "{\"finding\": " + id + ", \"reason\": \"r\", \"until\": "
                + "\"2026-01-01\", \"by\": \"bob\"}").body()).contains("which is in the past; allowed: a time in the "
                + "future");
        assertThat(api.wattline().rows("select who || ' ' || action || ' ' || outcome as line from audit_log "
                + "where action like 'finding-%' order by audit_id").stream().map(row -> row.get("line")))
                .containsExactly("ann finding-accept done", "bob finding-withdraw done", "bob finding-withdraw "
                        + "refused", "bob finding-accept refused", "bob finding-accept refused");
    }

    private static JsonNode finding(Object id) throws Exception {
        for (JsonNode finding : api.get("/api/channels/61002").path("findings")) {
            if (finding.path("findingId").asText().equals(id.toString())) {
                return finding;
            }
        }
        throw new AssertionError("Channel 61002 has no finding " + id);
    }

    @Test
    void every_answer_has_safety_headers_and_none_is_stored() throws Exception {
        for (String path :
                new String[] {"/api/overview", "/api/nothing", "/nothing", "/health/live", "/api/channels?limit=0"}) {
            HttpResponse<String> answer = api.ask("GET", path, Map.of());
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().map())
                    .doesNotContainKeys("set-cookie", "server", "access-control-allow-origin");
        }
        assertThat(api.ask("GET", "/api/overview", Map.of()).headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    @Test
    void head_and_options_are_sane_and_other_methods_are_refused_with_what_is_allowed() throws Exception {
        HttpResponse<String> head = api.ask("HEAD", "/api/sites", Map.of());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(api.ask("HEAD", "/api/daily-energy?start=2026-02-01&end=2026-02-04&format=csv", Map.of())
                        .statusCode())
                .isEqualTo(200);
        assertThat(api.ask("OPTIONS", "/api/sites", Map.of()).headers().firstValue("Allow"))
                .hasValue("GET, HEAD, OPTIONS");
        HttpResponse<String> deleted = api.ask("DELETE", "/api/sites", Map.of());
        assertThat(deleted.statusCode()).isEqualTo(405);
        assertThat(deleted.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void a_body_that_is_too_large_is_not_read() throws Exception {
        HttpResponse<String> answer = api.post("/api/ingestion/pause", "{\"by\": \"" + "a".repeat(100_000) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("65536");
    }

    @Test
    void a_request_for_another_name_is_turned_away() throws Exception {
        URI url = URI.create(api.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write("GET /api/overview HTTP/1.1\r\nHost: evil.example.com\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421")
                    .contains("application/problem+json");
        }
    }

    @Test
    void who_listens_hears_the_overview_at_once_and_when_it_changes() throws Exception {
        URI url = URI.create(api.url());
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write("GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Thread listener = new Thread(() -> hear(socket, heard));
            listener.setDaemon(true);
            listener.start();
            assertThat(JSON.readTree(next(heard)).path("deadLettersOpen").isNumber()).isTrue();
            api.wattline().database().execute("insert into dead_letters (stage, rule, reason, payload) "
                    + "values ('validate', 'heard', 'a test', '{}')");
            long open = (long) api.wattline().value("select count(*) from dead_letters where status = 'open'");
            await().until(() -> JSON.readTree(next(heard)).path("deadLettersOpen").asLong() == open);
        }
    }

    private static void hear(Socket socket, BlockingQueue<String> heard) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> line.startsWith("data: ")).forEach(line -> heard.add(line.substring(6)));
        } catch (java.io.IOException | java.io.UncheckedIOException e) {
            heard.add("{}");
        }
    }

    private static String next(BlockingQueue<String> heard) throws InterruptedException {
        String event = heard.poll(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
        return event == null ? "{}" : event;
    }

    @Test
    void an_export_that_nobody_reads_gives_its_place_free() throws Exception {
        api.wattline().database().execute("insert into readings (channel_id, \"timestamp\", energy_kwh, "
                + "quality_method) select 61003, t, 1, repeat('x', 200) "
                + "from generate_series('2010-01-01T00:00Z'::timestamptz, '2011-01-01T00:00Z', interval '15 minutes') "
                + "t");
        String path = "/api/channels/61003/readings?start=2010-01-01T00:00:00Z&end=2013-01-01T00:00:00Z&format=csv";
        URI url = URI.create(api.url());
        try (Socket first = ask(url, path); Socket second = ask(url, path)) {
            assertThat(first.getInputStream().read()).isPositive();
            assertThat(second.getInputStream().read()).isPositive();
            HttpResponse<String> third = api.ask("GET", path, Map.of());
            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
        }
        await().until(() -> api.ask("HEAD", path, Map.of()).statusCode() == 200);
        try (Socket whole = ask(url, path); InputStream in = whole.getInputStream()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> line.contains("T"))
                            .count())
                    .isGreaterThan(35_000);
        }
    }

    private static Socket ask(URI url, String path) throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new java.net.InetSocketAddress(url.getHost(), url.getPort()));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String job(long job) {
        return "{\"job\": " + job + ", \"by\": \"ann\"}";
    }

    private static JsonNode done(String path, String body) throws Exception {
        HttpResponse<String> answer = api.post(path, body);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
