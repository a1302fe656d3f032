package io.wattline.eniscope;

import static io.wattline.eniscope.SourceUnderTest.LIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.source.BreakdownException;
import io.wattline.source.LogInRefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code eniscope-log-in}: one token and one log-in for all requests, and a pause for an account that is refused. */
class SessionRoutesTest {

    private static final Map<String, String> SETTINGS =
            Map.of("api.response-timeout", "700ms", "api.breaker.calls", "1000", "api.breaker.calls-min", "1000");

    private static SourceUnderTest api;
    private long logIns;
    private long refusals;

    @BeforeAll
    static void start() {
        api = new SourceUnderTest(SETTINGS);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /** Without a session, and without a pause. */
    @BeforeEach
    void calm() {
        api.faults().set(List.of()).share(0.1);
        api.clock.advance(Duration.ofDays(1));
        api.ask(LIST);
        api.wattline.database().execute("delete from alerts");
        logIns = api.seen().logIns();
        refusals = api.seen().failedLogIns();
    }

    private void logInsSince(int wanted) {
        assertThat(api.seen().logIns() - logIns).as("log-ins").isEqualTo(wanted);
    }

    @Test
    void a_firewall_in_front_of_the_source_is_not_told_as_wrong_credentials() {
        try (SourceUnderTest fresh = new SourceUnderTest(SETTINGS)) {
            fresh.faults().set(List.of(Fault.FIREWALL));
            assertThat(fresh.failuresOf(1, LIST))
                    .singleElement(InstanceOfAssertFactories.THROWABLE)
                    .hasMessageContainingAll("a firewall or a proxy in front of the source refuses the request with"
                            + " status 403", "Request blocked", "says nothing about the account")
                    .isInstanceOf(BreakdownException.class);
            fresh.faults().set(List.of());
            fresh.ask(LIST);
            assertThat(fresh.seen().logIns()).as("without a pause").isEqualTo(1);
            fresh.faults().set(List.of(Fault.FIREWALL));
            assertThat(fresh.failuresOf(1, LIST))
                    .as("with a session")
                    .singleElement(InstanceOfAssertFactories.THROWABLE)
                    .hasMessageContaining("a firewall or a proxy")
                    .isInstanceOf(BreakdownException.class);
        }
    }

    @Test
    void twenty_requests_at_once_at_the_start_log_in_once() {
        try (SourceUnderTest fresh = new SourceUnderTest(SETTINGS)) {
            assertThat(fresh.failuresOf(20, LIST)).hasSize(20).containsOnlyNulls();
            assertThat(fresh.seen().logIns()).isEqualTo(1);
        }
    }

    @Test
    void a_token_is_used_as_long_as_it_lives() {
        assertThat(api.failuresOf(60, LIST)).containsOnlyNulls();
        logInsSince(0);
    }

    @Test
    void twenty_requests_at_once_whose_session_has_ended_log_in_once() {
        api.wattline.simulator().endSessions();
        assertThat(api.failuresOf(20, LIST)).hasSize(20).containsOnlyNulls();
        logInsSince(1);
        assertThat(api.seen().answered(401)).isPositive();
        assertThat(api.seen().answered(419)).isPositive();
    }

    @Test
    void sessions_that_end_all_the_time_are_renewed_each_once() {
        api.faults().on(Fault.TOKEN_EXPIRES);
        for (int round = 0; round < 10; round++) {
            assertThat(api.failuresOf(20, LIST)).containsOnlyNulls();
        }
        assertThat(api.seen().logIns() - logIns).as("200 requests, 50 to a session").isBetween(3L, 5L);
    }

    @Test
    void the_newest_token_of_any_answer_is_used() {
        api.faults().on(Fault.TOKEN_RENEWED);
        for (int round = 0; round < 10; round++) {
            assertThat(api.failuresOf(10, LIST)).containsOnlyNulls();
        }
        logInsSince(0);
    }

    @Test
    void after_a_refused_log_in_nothing_is_asked_until_the_pause_is_over() {
        refuse();
        String until = api.clock.instant().plus(Duration.ofMinutes(15)).toString();
        assertThat(api.failuresOf(20, LIST)).hasSize(20).allSatisfy(failure -> assertThat(failure)
                .isInstanceOf(LogInRefusedException.class)
                .hasMessageContaining("ENISCOPE_PASSWORD")
                .hasMessageContaining(until));
        assertThat(api.seen().failedLogIns() - refusals).isEqualTo(1);

        long before = api.seen().total();
        api.clock.advance(Duration.ofMinutes(14));
        assertThat(api.failuresOf(5, LIST)).hasSize(5).hasOnlyElementsOfType(LogInRefusedException.class);
        assertThat(api.seen().total()).isEqualTo(before);
        api.wattline.request("direct:alerts-check", null);
        assertThat(api.wattline.rows("select state, severity from alerts where rule = 'log-in-refused'"))
                .containsExactly(Map.of("state", "firing", "severity", "critical"));
    }

    @Test
    void a_log_in_that_works_after_the_pause_ends_the_alert() {
        refuse();
        assertThat(api.failure(LIST)).isInstanceOf(LogInRefusedException.class);
        api.wattline.request("direct:alerts-check", null);
        api.faults().off(Fault.LOGIN_REFUSED);
        assertThat(api.failure(LIST)).as("still in peace").isInstanceOf(LogInRefusedException.class);
        api.clock.advance(Duration.ofMinutes(15));
        assertThat(api.failure(LIST)).isNull();
        api.wattline.request("direct:alerts-check", null);
        assertThat(api.wattline.value("select state from alerts where rule = 'log-in-refused'")).isEqualTo("resolved");
    }

    @Test
    void refused_again_and_again_it_is_one_alert_and_one_try_a_pause() {
        refuse();
        for (int i = 0; i < 4; i++) {
            assertThat(api.failuresOf(3, LIST)).hasOnlyElementsOfType(LogInRefusedException.class);
            api.wattline.request("direct:alerts-check", null);
            api.clock.advance(Duration.ofMinutes(15));
        }
        assertThat(api.seen().failedLogIns() - refusals).isEqualTo(4);
        assertThat(api.wattline.value("select count(*) from alerts where rule = 'log-in-refused'")).isEqualTo(1L);
    }

    private static void refuse() {
        api.faults().on(Fault.LOGIN_REFUSED);
        api.wattline.simulator().endSessions();
    }

    @Test
    void a_log_in_that_a_passing_fault_breaks_is_no_refusal() {
        for (Fault fault : List.of(
                Fault.SERVER_ERROR,
                Fault.HTML_WITH_200,
                Fault.TOO_MANY_REQUESTS,
                Fault.CONNECTION_RESET,
                Fault.SILENCE)) {
            long before = api.seen().logIns();
            withoutSession();
            api.faults().next(fault, 1);
            assertThat(api.failure(LIST)).as(fault.name()).isNull();
            assertThat(api.seen().logIns() - before).as(fault.name()).isEqualTo(1);
        }
        assertThat(api.seen().failedLogIns()).isEqualTo(refusals);
        api.wattline.request("direct:alerts-check", null);
        assertThat(api.wattline.value("select count(*) from alerts where rule = 'log-in-refused'")).isEqualTo(0L);
    }

    @Test
    void a_log_in_that_is_met_by_silence_is_repeated_by_one_however_many_wait() {
        long before = api.seen().total();
        withoutSession();
        api.faults().on(Fault.SILENCE).share(1);
        assertThat(api.failuresOf(20, LIST)).hasSize(20).allSatisfy(failure -> assertThat(failure)
                .isInstanceOf(BreakdownException.class)
                .hasMessageContaining("list of organizations")
                .hasMessageContaining("no session")
                .hasMessageContaining("Read timed out"));
        await().during(Duration.ofMillis(500)).until(() -> api.seen().total() > before);
        assertThat(api.seen().total() - before).as("five tries of each, all together").isLessThanOrEqualTo(10);
    }

    /** As at the first request after a start. */
    private static void withoutSession() {
        Session session = (Session) api.wattline.context().getRegistry().lookupByName("session");
        session.rejected(session.authorise(new Call(LIST)).token());
    }

    @Test
    void tokens_that_are_good_for_nothing_are_taken_for_a_refusal() {
        try (SourceUnderTest useless =
                new SourceUnderTest(SETTINGS, Plant.installation(1), source -> source.withTokenUses(0))) {
            useless.faults().on(Fault.TOKEN_EXPIRES);
            assertThat(useless.failure(LIST)).isInstanceOf(LogInRefusedException.class);
            assertThat(useless.failure(LIST)).isInstanceOf(LogInRefusedException.class);
            assertThat(useless.seen().logIns()).isEqualTo(3);
            useless.wattline.request("direct:alerts-check", null);
            assertThat(useless.wattline.value("select state from alerts where rule = 'log-in-refused'"))
                    .isEqualTo("firing");
        }
    }
}
