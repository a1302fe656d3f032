package io.wattline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code dashboard}, over HTTP, of a service that has a token. */
class DashboardRoutesTest {

    private static final String TOKEN = "a-token-of-sixteen-or-more";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path SOURCES = Path.of("src/main/resources/dashboard");
    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() {
        MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:10:00Z"));
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(1, 1), clock),
                clock,
                Map.of("wattline.http.token", TOKEN),
                RunMode.TIMERS);
    }

    @AfterAll
    static void stop() {
        wattline.close();
    }

    @Test
    void the_page_comes_without_a_token_since_the_token_is_typed_into_it() throws Exception {
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.body()).contains("<title>Wattline</title>");
    }

    @Test
    void the_page_lets_nothing_run_that_is_not_a_file_of_this_process() throws Exception {
        HttpResponse<String> page = get("/");
        assertThat(page.headers().firstValue("Content-Security-Policy")).get().asString().contains("default-src "
                + "'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.body())
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContainPattern("\\sstyle=|\\son[a-z]+=")
                .doesNotContain("http://", "https://", "//cdn");
    }

    @Test
    void a_browser_that_has_a_file_does_not_get_it_again_and_one_that_has_an_older_one_does() throws Exception {
        for (String path :
                new String[] {"/", "/dashboard/app.js", "/dashboard/parts/chart.js", "/dashboard/uplot/uPlot.esm.js"}) {
            HttpResponse<String> first = get(path);
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(first.headers().firstValue("Cache-Control")).as(path).hasValue("no-cache");
            HttpResponse<String> again = get(path, "If-None-Match", tag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(get(path, "If-None-Match", "\"older\"").statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void every_file_that_the_page_and_its_scripts_name_is_there_with_its_type() throws Exception {
        assertThat(named("index.html", "(?:href|src)=\"(dashboard/[^\"]+)\""))
                .hasSizeGreaterThan(5)
                .allSatisfy(path -> assertServed("/" + path));
        try (Stream<Path> scripts = Files.walk(SOURCES).filter(file -> file.toString().endsWith(".js"))) {
            for (Path script : scripts.toList()) {
                String name = SOURCES.relativize(script).toString();
                assertServed("/dashboard/" + name);
                for (String imported : named(name, "(?:from |import\\()'([^']+)'").toList()) {
                    assertServed(URI.create("/dashboard/" + name).resolve(imported).getPath());
                }
            }
        }
    }

    @Test
    void a_browser_asks_for_every_script_at_once_and_not_one_after_the_other() throws Exception {
        try (Stream<Path> scripts = Files.walk(SOURCES).filter(file -> file.toString().endsWith(".js"))) {
            assertThat(named("index.html", "modulepreload\" href=\"dashboard/([^\"]+)\"")
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(
                            scripts.map(script -> SOURCES.relativize(script).toString())
                                    .toList());
        }
    }

    @Test
    void nothing_but_the_dashboard_is_handed_out() throws Exception {
        for (String path : new String[] {
            "/dashboard/nothing.js",
            "/dashboard/../logback.xml",
            "/dashboard/%2e%2e/config/application.properties",
            "/dashboard/index.html",
            "/dashboard/",
            "/dashboard/uplot/package.json",
            "/dashboard/parts/../../db/sql/refresh-hourly-usage.sql",
            "/dashboard//etc/passwd"
        }) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isIn(404, 401);
            assertThat(answer.body()).as(path).doesNotContain("configuration", "wattline.http");
        }
        HttpRequest post = request("/").POST(HttpRequest.BodyPublishers.ofString("{}")).build();
        assertThat(HTTP.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void head_is_answered_as_get_is_but_without_a_body_also_where_a_client_offers_http_2() throws Exception {
        for (String path : new String[] {
            "/",
            "/dashboard/app.js",
            "/dashboard/nothing.js",
            "/health",
            "/health/live",
            "/health/ready",
            "/health/status",
            "/metrics",
            "/api/overview",
            "/api/channels?limit=0",
            "/api/nothing",
            "/nothing"
        }) {
            for (HttpClient.Version version : HttpClient.Version.values()) {
                HttpResponse<String> got = ask("GET", path, version);
                HttpResponse<String> head = ask("HEAD", path, version);
                assertThat(head.statusCode()).as(version + " " + path).isEqualTo(got.statusCode());
                assertThat(head.version()).as("h2c is off").isEqualTo(HttpClient.Version.HTTP_1_1);
                assertThat(head.body()).as(version + " " + path).isEmpty();
                assertThat(head.headers().firstValue("Content-Type"))
                        .as(path)
                        .isEqualTo(got.headers().firstValue("Content-Type"));
                assertThat(head.headers().firstValue("ETag")).isEqualTo(got.headers().firstValue("ETag"));
                assertThat(head.headers().firstValue("Content-Length").orElse("none"))
                        .as(version + " " + path)
                        .isIn("none", got.headers().firstValue("Content-Length").orElse("none"));
            }
        }
        assertThat(ask("HEAD", "/api/events", HttpClient.Version.HTTP_1_1)
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("text/event-stream");
        assertThat(ask("HEAD", "/api/backfills/pause", HttpClient.Version.HTTP_1_1).statusCode()).as("an action has "
                + "no head").isEqualTo(405);
    }

    private static HttpResponse<String> ask(String method, String path, HttpClient.Version version) throws Exception {
        HttpRequest request = request(path)
                .version(version)
                .header("Authorization", "Bearer " + TOKEN)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(20))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static void assertServed(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .as(path)
                .get()
                .asString()
                .startsWith(
                        path.endsWith(".js")
                                ? "text/javascript"
                                : path.endsWith(".css") ? "text/css" : "image/svg+xml");
    }

    private static Stream<String> named(String file, String pattern) throws Exception {
        return Pattern.compile(pattern)
                .matcher(Files.readString(SOURCES.resolve(file)))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList()
                .stream();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(path);
        return HTTP.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:" + HttpServer.port(wattline.context()).orElseThrow() + path));
    }
}
