package io.wattline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is let in. */
class AdmissionTest {

    private static final String TOKEN = "0123456789abcdef";
    private static final ApiDocument DOCUMENT = ApiDocument.read();
    private final Admission here = admission("127.0.0.1", TOKEN);
    private final Admission open = admission("0.0.0.0", TOKEN, "wattline.example.org");
    private final Admission readOnly = admission("127.0.0.1", "");

    @Test
    void on_this_machine_anybody_looks_and_only_who_has_the_token_acts() {
        assertThat(status(here, look("/api/overview", "localhost:8080", null))).isZero();
        assertThat(status(here, act("127.0.0.1:8080", null, null, null))).isEqualTo(401);
        assertThat(status(here, act("127.0.0.1:8080", "Bearer " + TOKEN, null, null))).isZero();
        assertThat(status(here, act("127.0.0.1:8080", "Bearer " + TOKEN + "0", null, null))).isEqualTo(401);
        assertThat(status(here, act("127.0.0.1:8080", "Basic " + TOKEN, null, null))).isEqualTo(401);
    }

    @Test
    void where_other_machines_come_in_looking_needs_the_token_too_and_the_pages_themselves_do_not() {
        assertThat(status(open, look("/api/overview", "wattline.example.org", null))).isEqualTo(401);
        assertThat(status(open, look("/api/overview", "wattline.example.org", "Bearer " + TOKEN))).isZero();
        assertThat(status(open, look("/", "10.0.0.5:8080", null))).isZero();
        assertThat(status(open, look("/metrics", "10.0.0.5:8080", null))).isEqualTo(401);
    }

    @Test
    void without_a_token_set_nobody_acts_and_everybody_here_looks() {
        assertThat(status(readOnly, act("localhost", "Bearer ", null, null))).isEqualTo(403);
        assertThat(status(readOnly, look("/api/sites", "localhost", null))).isZero();
        assertThat(status(readOnly, look("/health", "localhost", null))).isZero();
    }

    @Test
    void another_name_is_not_ours_and_an_address_is() {
        for (String host : new String[] {
            "evil.example.com", "evil.example.com:8080", "localhost.evil.com", "127.0.0.1.evil.com", "", null
        }) {
            assertThat(status(here, look("/api/overview", host, null))).as("Host: " + host).isEqualTo(421);
        }
        for (String host : new String[] {"localhost", "LOCALHOST:8080", "127.0.0.1", "[::1]:8080", "192.168.1.7:80"}) {
            assertThat(status(here, look("/api/overview", host, null))).as("Host: " + host).isZero();
        }
    }

    @Test
    void a_foreign_port_and_what_only_looks_like_an_address_are_not_ours() {
        for (String host : new String[] {
            "localhost:9999",
            "127.0.0.1:9999",
            "[::1]:9999",
            "999.999.999.999",
            "256.0.0.1",
            "1.2.3",
            "[::zz]",
            "[1:2]",
            "localhost:",
            "localhost:99999999999",
            "127.0.0.1@evil.example.com",
            "localhost evil"
        }) {
            assertThat(status(here, look("/api/overview", host, null))).as("Host: " + host).isEqualTo(421);
        }
        Admission named = admission("127.0.0.1", TOKEN, "localhost:9000", "energy.local");
        for (String host : new String[] {"localhost:9000", "energy.local", "energy.local:443", "localhost:8080"}) {
            assertThat(status(named, look("/api/overview", host, null))).as("Host: " + host).isZero();
        }
        assertThat(status(named, look("/api/overview", "energy.local:9000", null))).isEqualTo(421);
    }

    @Test
    void what_is_not_public_needs_the_token_however_its_path_is_spelled() {
        for (String path : new String[] {
            "/metrics", "/metrics/", "/metrics;x", "/Metrics", "/metrics//", "/metrics/.", "/health", "/health/",
            "/health/live", "/health/live/", "/anything", "/apix", "/dashboardx", "//", ""
        }) {
            int expected = path.startsWith("/api") ? 404 : 401;
            assertThat(status(here, look(path, "localhost", null))).as(path).isEqualTo(expected);
            assertThat(status(open, look(path, "localhost", null))).as(path).isEqualTo(expected);
        }
        assertThat(status(here, look("/dashboard/app.js", "localhost", null))).isZero();
    }

    @Test
    void a_page_of_another_site_makes_nobodys_browser_act() {
        String bearer = "Bearer " + TOKEN;
        assertThat(status(here, act("localhost:8080", bearer, "https://evil.example.com", null))).isEqualTo(403);
        assertThat(status(here, act("localhost:8080", bearer, "null", null))).isEqualTo(403);
        assertThat(status(here, act("localhost:8080", bearer, "http://localhost:9999", null))).as("another port is "
                + "another site").isEqualTo(403);
        assertThat(status(here, act("localhost:8080", bearer, "http://localhost:8080", "same-origin"))).isZero();
        assertThat(status(here, act("localhost:8080", bearer, null, "cross-site"))).isEqualTo(403);
    }

    @Test
    void an_action_is_json_and_not_the_form_that_a_browser_sends_without_asking() {
        for (String type :
                new String[] {"text/plain", "application/x-www-form-urlencoded", null, "application/jsonp"}) {
            assertThat(status(
                            here,
                            new RequestHead(
                                    "POST", "/api/ingestion/pause", "localhost", "Bearer " + TOKEN, null, null, type)))
                    .as(type)
                    .isEqualTo(415);
        }
        assertThat(status(
                        here,
                        new RequestHead(
                                "POST",
                                "/api/ingestion/pause",
                                "localhost",
                                "Bearer " + TOKEN,
                                null,
                                null,
                                "application/json; charset=utf-8")))
                .isZero();
    }

    @Test
    void a_path_says_which_methods_it_knows() {
        assertThat(status(here, new RequestHead("DELETE", "/api/sites", "localhost", null, null, null, null)))
                .isEqualTo(405);
        assertThat(status(here, new RequestHead("GET", "/api/ingestion/pause", "localhost", null, null, null, null)))
                .isEqualTo(405);
        assertThat(status(here, look("/api/secret", "localhost", null))).isEqualTo(404);
    }

    private static RequestHead look(String path, String host, String authorization) {
        return new RequestHead("GET", path, host, authorization, null, null, null);
    }

    private static RequestHead act(String host, String authorization, String origin, String fetchSite) {
        return new RequestHead(
                "POST", "/api/ingestion/pause", host, authorization, origin, fetchSite, "application/json");
    }

    private static Admission admission(String host, String token, String... names) {
        return new Admission(
                DOCUMENT, new HttpSettings(host, 8080, new Secret(token), List.of(names), Duration.ofSeconds(10),
                        Duration.ofSeconds(20), 1000, 250));
    }

    private static int status(Admission admission, RequestHead request) {
        return admission.refusal(request).map(ProblemException::status).orElse(0);
    }
}
