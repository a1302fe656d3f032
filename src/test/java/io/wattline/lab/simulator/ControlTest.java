package io.wattline.lab.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ControlTest {

    @Test
    void faults_are_switched_over_HTTP_and_the_state_is_told() {
        try (Simulator simulator = Started.with()) {
            SimulatorCaller caller = SimulatorCaller.loggedIn(simulator);
            String root = simulator.url().replace("/v1", "/simulator");
            HttpResponse<String> put =
                    caller.call("PUT", root + "/faults", "{\"faults\":[\"null-bins\",\"LATE_DATA\"],\"share\":0.25}");
            assertThat(put.statusCode()).isEqualTo(200);
            assertThat(simulator.faults().now()).containsExactlyInAnyOrder(Fault.NULL_BINS, Fault.LATE_DATA);
            JsonNode state = SimulatorCaller.parsed(caller.call("GET", root + "/state", "").body());
            assertThat(state.get("share").asDouble()).isEqualTo(0.25);
            assertThat(state.at("/faults/0").asText()).isEqualTo("NULL_BINS");
            assertThat(state.get("logIns").asInt()).isOne();
            assertThat(state.get("requests").toString()).isEqualTo("{\"/accounts 200\":1}");
            caller.call("PUT", root + "/faults", "{\"faults\":\"all\"}");
            assertThat(simulator.faults().now()).isEqualTo(Fault.all());
        }
    }

    @Test
    void an_unknown_fault_is_refused_with_those_that_there_are_and_changes_nothing() {
        try (Simulator simulator = Started.with(Fault.LATE_DATA)) {
            HttpResponse<String> put = new SimulatorCaller(simulator)
                    .call(
                            "PUT",
                            simulator.url().replace("/v1", "/simulator/faults"),
                            "{\"faults\":[\"GREMLINS\"],\"share\":1}");
            assertThat(put.statusCode()).isEqualTo(400);
            assertThat(put.body()).contains("GREMLINS", "NULL_BINS");
            assertThat(simulator.faults().now()).containsExactly(Fault.LATE_DATA);
            assertThat(simulator.faults().share()).isEqualTo(0.1);
            assertThat(new SimulatorCaller(simulator)
                            .call("PUT", simulator.url().replace("/v1", "/simulator/faults"), "{\"faults\":")
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThatThrownBy(() -> FaultNames.parse("nonsense"))
                .hasMessageContaining("nonsense")
                .hasMessageContaining("WINDOW_TOO_LONG");
    }

    @Test
    void requests_are_counted_by_channel_and_in_flight() throws InterruptedException {
        try (Simulator simulator = Started.with()) {
            SimulatorCaller caller = SimulatorCaller.loggedIn(simulator);
            simulator.faults().next(Fault.SLOW_ANSWER, 3);
            CountDownLatch done = new CountDownLatch(3);
            for (int i = 0; i < 3; i++) {
                new Thread(() -> {
                    caller.get("/readings/61001?fields%5B%5D=E&daterange=yesterday");
                    done.countDown();
                }).start();
            }
            done.await();
            assertThat(simulator.seen().requestsOf(61001)).isEqualTo(3);
            assertThat(simulator.seen().inFlightMax()).isEqualTo(3);
            assertThat(simulator.seen().total()).isEqualTo(4);
        }
    }

    @Test
    void it_runs_as_a_process_of_its_own_and_prints_its_URL_first() throws Exception {
        Process process = started(
                "--port", "0", "--channels", "30", "--seed", "3", "--faults", "null-bins,late-data", "--fields", "8");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String url = out.readLine();
            assertThat(url).matches("http://127\\.0\\.0\\.1:\\d+/v1");
            HttpRequest request = HttpRequest.newBuilder(URI.create(url.replace("/v1", "/simulator/state"))).build();
            JsonNode state = SimulatorCaller.parsed(HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body());
            assertThat(state.get("channels").asInt()).isEqualTo(30);
            assertThat(state.get("faults")).hasSize(2);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void wrong_usage_ends_with_2_and_says_what_is_allowed() throws Exception {
        Process process = started("--faults", "gremlins");
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(error).contains("gremlins", "NULL_BINS").doesNotContain("\tat ");
    }

    private static Process started(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorCommand.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).start();
    }
}
