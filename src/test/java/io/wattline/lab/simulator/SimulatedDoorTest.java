package io.wattline.lab.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.MovableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedDoorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Java/17.0.15",
                "Java-http-client/17.0.15",
                "Apache-HttpClient/5.4 (Java/17)",
                "python-requests/2.32",
                "curl/8.5.0",
                ""
            })
    void a_bare_library_meets_the_firewall_in_HTML(String agent) {
        try (Simulator simulator = Started.with()) {
            HttpResponse<String> response = SimulatorCaller.loggedIn(simulator)
                    .with("User-Agent", agent)
                    .get("/channels");
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.body()).startsWith("<html");
            assertThat(response.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        }
    }

    @Test
    void a_wrong_key_is_403_with_an_empty_body() {
        try (Simulator simulator = Started.with()) {
            HttpResponse<String> response = SimulatorCaller.loggedIn(simulator)
                    .with("X-Eniscope-API", "other")
                    .get("/channels");
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.body()).isEmpty();
        }
    }

    @Test
    void a_log_in_on_any_request_gives_a_token_that_later_requests_use() {
        try (Simulator simulator = Started.with()) {
            SimulatorCaller caller = new SimulatorCaller(simulator);
            assertThat(caller.get("/channels").statusCode()).isEqualTo(401);
            HttpResponse<String> first = caller.logIn();
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("X-Eniscope-Token")).isPresent();
            HttpResponse<String> second = caller.get("/channels");
            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(second.headers().firstValue("X-Eniscope-Token")).isEmpty();
            assertThat(simulator.seen().logIns()).isEqualTo(1);
        }
    }

    @Test
    void five_failed_log_ins_lock_the_account_for_a_quarter_of_an_hour() {
        MovableClock clock = new MovableClock(Started.NOW);
        try (Simulator simulator = Simulator.start(Started.settings(clock))) {
            SimulatorCaller wrong = new SimulatorCaller(simulator).with("Authorization", "Basic d3Jvbmc=");
            for (int i = 0; i < 5; i++) {
                assertThat(wrong.get("/channels").statusCode()).isEqualTo(401);
            }
            assertThat(new SimulatorCaller(simulator).logIn().body()).contains("locked");
            clock.advance(Duration.ofMinutes(16));
            assertThat(new SimulatorCaller(simulator).logIn().statusCode()).isEqualTo(200);
            assertThat(simulator.seen().failedLogIns()).isEqualTo(6);
        }
    }

    @Test
    void four_failures_and_a_success_lock_nothing() {
        try (Simulator simulator = Started.with()) {
            for (int round = 0; round < 3; round++) {
                SimulatorCaller wrong = new SimulatorCaller(simulator).with("Authorization", "Basic d3Jvbmc=");
                for (int i = 0; i < 4; i++) {
                    wrong.get("/channels");
                }
                assertThat(new SimulatorCaller(simulator).logIn().statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void right_credentials_can_be_refused() {
        try (Simulator simulator = Started.with(Fault.LOGIN_REFUSED)) {
            assertThat(new SimulatorCaller(simulator).logIn().statusCode()).isEqualTo(401);
            simulator.faults().off(Fault.LOGIN_REFUSED);
            assertThat(new SimulatorCaller(simulator).logIn().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_token_ends_after_its_uses_with_419_and_401_in_turn() {
        try (Simulator simulator = Simulator.start(
                Started.settings().withTokenUses(3).withFaults(java.util.Set.of(Fault.TOKEN_EXPIRES)))) {
            List<Integer> statuses = new ArrayList<>();
            SimulatorCaller caller = SimulatorCaller.loggedIn(simulator);
            for (int i = 0; i < 5; i++) {
                statuses.add(caller.get("/channels").statusCode());
            }
            assertThat(statuses).containsExactly(200, 200, 200, 419, 401);
            caller.logIn();
            assertThat(caller.get("/channels").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void sessions_can_be_ended_from_outside() {
        try (Simulator simulator = Started.with()) {
            SimulatorCaller caller = SimulatorCaller.loggedIn(simulator);
            simulator.endSessions();
            assertThat(caller.get("/channels").statusCode()).isEqualTo(419);
        }
    }

    @Test
    void a_renewed_token_comes_with_an_answer_and_the_old_one_dies_soon() {
        try (Simulator simulator = Started.with(Fault.TOKEN_RENEWED)) {
            SimulatorCaller old = SimulatorCaller.loggedIn(simulator);
            String renewed = null;
            int status = 200;
            for (int i = 0; i < 60 && status == 200; i++) {
                HttpResponse<String> response = old.get("/events");
                renewed = response.headers().firstValue("X-Eniscope-Token").orElse(renewed);
                status = response.statusCode();
            }
            assertThat(status).isEqualTo(419);
            assertThat(new SimulatorCaller(simulator)
                            .with("X-Eniscope-Token", renewed)
                            .get("/events")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void writing_is_refused(String method) {
        try (Simulator simulator = Started.with()) {
            HttpResponse<String> response =
                    SimulatorCaller.loggedIn(simulator).call(method, simulator.url() + "/channels", "{}");
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).hasValue("GET, OPTIONS");
        }
    }
}
