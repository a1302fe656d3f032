package io.wattline.eniscope;

import static io.wattline.eniscope.SourceUnderTest.LIST;
import static io.wattline.eniscope.SourceUnderTest.readings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.health.Health;
import io.wattline.lab.simulator.Fault;
import io.wattline.source.BreakerOpenException;
import io.wattline.source.LogInRefusedException;
import io.wattline.source.RefusedException;
import io.wattline.source.SourceRequest;
import io.wattline.testing.Scrape;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code eniscope-breaker}: opens on a failing source, fails fast, closes by itself, and everybody can see its state.
 */
class BreakerRoutesTest {

    private static SourceUnderTest api;

    @BeforeAll
    static void start() {
        api = new SourceUnderTest(Map.of(
                "api.breaker.calls",
                "10",
                "api.breaker.calls-min",
                "6",
                "api.breaker.wait",
                "1s",
                "api.response-timeout",
                "700ms"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /** Closed, and with nothing but good answers in its window. */
    @BeforeEach
    void closed() {
        api.faults().set(List.of());
        await().until(() -> api.failure(LIST) == null && state().equals("closed"));
        for (int i = 0; i < 10; i++) {
            api.ask(LIST);
        }
    }

    @Test
    void it_opens_on_a_failing_source_and_fails_fast_with_channel_and_window() throws Exception {
        open(Fault.SERVER_ERROR);
        long before = api.seen().total();
        assertThat(api.failure(readings()))
                .isInstanceOf(BreakerOpenException.class)
                .hasMessageContaining("channel 61001")
                .hasMessageContaining("2026-02-01T12:00:00Z")
                .hasMessageContaining("api.breaker.wait");
        assertThat(api.seen().total()).as("nothing is asked").isEqualTo(before);
        assertThat(health()).contains("{\"name\":\"source\",\"status\":\"DOWN\"").contains("circuit breaker is open");
        assertThat(jmx()).isEqualTo("OPEN");
    }

    @Test
    void it_closes_by_itself_when_the_source_is_well_again() throws Exception {
        open(Fault.SERVER_ERROR);
        api.faults().set(List.of());
        await().until(() -> api.failure(LIST) == null);
        await().until(() -> api.failure(LIST) == null && state().equals("closed"));
        assertThat(health()).contains("{\"name\":\"source\",\"status\":\"UP\"}");
        assertThat(jmx()).isEqualTo("CLOSED");
    }

    @Test
    void it_opens_again_while_the_source_still_fails() {
        open(Fault.SERVER_ERROR);
        long before = api.seen().total();
        await().until(() -> api.failure(LIST) instanceof BreakerOpenException && api.seen().total() > before);
        assertThat(state()).isEqualTo("open");
        assertThat(api.seen().total() - before).as("a few questions to try it").isLessThanOrEqualTo(3);
    }

    @Test
    void connections_that_end_and_html_open_it_as_well() {
        open(Fault.CONNECTION_RESET);
        closed();
        open(Fault.HTML_WITH_200);
    }

    @Test
    void a_log_in_that_fails_opens_it_as_well() {
        api.wattline.simulator().endSessions();
        open(Fault.UNAVAILABLE);
    }

    @Test
    void refusals_are_answers_and_do_not_open_it() {
        for (int i = 0; i < 15; i++) {
            assertThat(api.failure(SourceRequest.get("readings/61001", "", "channel 61001")))
                    .isInstanceOf(RefusedException.class);
            assertThat(api.failure(SourceRequest.get("nothing", "", "nothing"))).isInstanceOf(RefusedException.class);
        }
        assertThat(state()).isEqualTo("closed");
    }

    @Test
    void a_refused_account_does_not_open_it() {
        api.faults().on(Fault.LOGIN_REFUSED);
        api.wattline.simulator().endSessions();
        for (int i = 0; i < 15; i++) {
            assertThat(api.failure(LIST)).isInstanceOf(LogInRefusedException.class);
        }
        assertThat(state()).isEqualTo("closed");
        api.clock.advance(Duration.ofMinutes(15));
    }

    @Test
    void requests_are_counted_by_outcome() {
        double ok = requests("ok");
        double breakdowns = requests("breakdown");
        double refused = requests("invalid_parameter");
        double ended = requests("session_ended");
        double many = requests("too_many_requests");
        api.faults().next(Fault.SERVER_ERROR, 1).next(Fault.TOO_MANY_REQUESTS, 1);
        api.ask(LIST);
        api.failure(SourceRequest.get("readings/61001", "", "channel 61001"));
        api.wattline.simulator().endSessions();
        api.ask(LIST);
        assertThat(requests("ok") - ok).isEqualTo(2);
        assertThat(requests("breakdown") - breakdowns).isEqualTo(1);
        assertThat(requests("too_many_requests") - many).isEqualTo(1);
        assertThat(requests("invalid_parameter") - refused).isEqualTo(1);
        assertThat(requests("session_ended") - ended).isEqualTo(1);
        double open = requests("breaker_open");
        open(Fault.SERVER_ERROR);
        api.failure(LIST);
        assertThat(requests("breaker_open")).isGreaterThan(open);
    }

    private static void open(Fault fault) {
        api.faults().on(fault).share(1);
        await().until(() -> api.failure(LIST) instanceof BreakerOpenException);
        assertThat(state()).isEqualTo("open");
    }

    private static double requests(String outcome) {
        return Scrape.of(api.wattline).value("wattline_api_requests_seconds_count{outcome=\"" + outcome + "\"}");
    }

    private static String state() {
        Scrape scrape = Scrape.of(api.wattline);
        return List.of("closed", "open", "half_open").stream()
                .filter(state -> scrape.value("wattline_api_breaker_state{state=\"" + state + "\"}") == 1)
                .findFirst()
                .orElse("none");
    }

    private static String health() throws Exception {
        return api.wattline
                .context()
                .getRegistry()
                .lookupByNameAndType("health", Health.class)
                .respond(new HashMap<>(), "health");
    }

    private static String jmx() throws Exception {
        var server = ManagementFactory.getPlatformMBeanServer();
        String context = api.wattline.context().getManagementName();
        ObjectName name = server.queryNames(
                        new ObjectName(
                                "org.apache.camel:context=" + context + ",type=processors,name=\"eniscope-breaker\""),
                        null)
                .iterator()
                .next();
        return (String) server.getAttribute(name, "CircuitBreakerState");
    }
}
