package io.wattline.eniscope;

import static io.wattline.eniscope.SourceUnderTest.LIST;
import static io.wattline.eniscope.SourceUnderTest.readings;
import static io.wattline.eniscope.SourceUnderTest.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.source.RefusedException;
import io.wattline.source.SourceRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code eniscope-ask} and {@code eniscope-list}: what can heal is retried, what the source refuses is not. */
class ApiRoutesTest {

    private static SourceUnderTest api;

    @BeforeAll
    static void start() {
        api = new SourceUnderTest(
                Map.of("api.response-timeout", "700ms", "api.breaker.calls", "1000", "api.breaker.calls-min", "1000"),
                Plant.of(60, 1));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @BeforeEach
    void calm() {
        api.faults().set(List.of()).share(0.1);
        api.ask(LIST);
    }

    @Test
    void brackets_in_the_query_arrive_as_brackets() {
        assertThat(new String(api.ask(readings())))
                .contains("\"records\":[{")
                .contains("\"E\"")
                .contains("\"P\"")
                .doesNotContain("\"V\":");
    }

    @Test
    void a_list_of_more_than_a_page_comes_whole() {
        assertThat((String) api.wattline.request("direct:eniscope-list", "channels"))
                .contains("\"61001\"")
                .contains("\"61060\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "SERVER_ERROR",
                "UNAVAILABLE",
                "HTML_WITH_200",
                "EMPTY_BODY",
                "CUT_OFF_BODY",
                "CONNECTION_RESET",
                "SILENCE",
                "TOO_MANY_REQUESTS"
            })
    void what_can_heal_is_asked_again_until_it_heals(Fault fault) {
        long before = api.seen().total();
        api.faults().next(fault, 2);
        assertThat(new String(api.ask(readings()))).contains("\"records\":[{");
        requestsSince(before, 3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "SERVER_ERROR",
                "UNAVAILABLE",
                "HTML_WITH_200",
                "EMPTY_BODY",
                "CUT_OFF_BODY",
                "CONNECTION_RESET",
                "SILENCE",
                "TOO_MANY_REQUESTS"
            })
    void what_does_not_heal_is_given_up_after_four_more_tries_with_channel_and_window(Fault fault) {
        long before = api.seen().total();
        api.faults().next(fault, 5);
        assertThat(api.failure(readings()))
                .hasMessageContaining("channel 61001")
                .hasMessageContaining("2026-02-01T12:00:00Z");
        requestsSince(before, 5);
    }

    /** The simulator counts a request when its answer goes out: one that is given up in silence a little later. */
    private static void requestsSince(long before, int wanted) {
        await().during(Duration.ofMillis(50)).until(() -> api.seen().total() - before == wanted);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"CONFLICT", "PRECONDITION_FAILED"})
    void what_the_source_refuses_is_asked_once(Fault fault) {
        long before = api.seen().total();
        api.faults().next(fault, 1);
        assertThat(api.failure(readings())).isInstanceOf(RefusedException.class);
        assertThat(api.seen().total() - before).isEqualTo(1);
    }

    @Test
    void an_invalid_parameter_a_missing_thing_and_an_ended_subscription_are_asked_for_once() {
        api.faults().on(Fault.SUBSCRIPTION_ENDED);
        int unpaid = api.wattline.simulator().plant().struckBy(Fault.SUBSCRIPTION_ENDED).channelId();
        refusedOnce(
                SourceRequest.get("readings/61001", "", "channel 61001"), RefusedException.Reason.INVALID_PARAMETER);
        refusedOnce(SourceRequest.get("nothing", "", "nothing"), RefusedException.Reason.NOT_FOUND);
        refusedOnce(
                SourceRequest.get("readings/" + unpaid, readings().query(), "channel " + unpaid),
                RefusedException.Reason.SUBSCRIPTION_ENDED);
    }

    private static void refusedOnce(SourceRequest request, RefusedException.Reason reason) {
        long before = api.seen().total();
        assertThat(api.failure(request))
                .isInstanceOfSatisfying(RefusedException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason))
                .hasMessageContaining(request.subject());
        assertThat(api.seen().total() - before).isEqualTo(1);
    }

    @Test
    void retry_after_is_waited_for() {
        api.faults().next(Fault.TOO_MANY_REQUESTS_RETRY_AFTER, 1);
        assertThat(time(() -> api.ask(LIST))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void retry_after_of_one_answer_does_not_hold_up_the_next_try() {
        api.faults().next(Fault.TOO_MANY_REQUESTS_RETRY_AFTER, 1).next(Fault.SERVER_ERROR, 2);
        assertThat(time(() -> api.ask(LIST)))
                .as("one pause of a second, not three")
                .isBetween(Duration.ofSeconds(1), Duration.ofMillis(2900));
    }

    @Test
    void json_of_the_wrong_types_is_asked_for_once_more_and_then_fails_the_poll() {
        try (SourceUnderTest one = new SourceUnderTest(Map.of(), Plant.of(1, 1))) {
            one.wattline.request("direct:eniscope-metadata", null);
            one.faults().on(Fault.WRONG_TYPES).share(1);
            one.wattline.request("direct:poll-due", null);
            await().until(() -> one.wattline.value("select last_error from poll_state") != null);
            one.wattline.awaitIdle();
            assertThat((String) one.wattline.value("select error_message from ingestion_logs"))
                    .contains("61001")
                    .contains("2025-10-30T12:00:00Z");
            assertThat(one.seen().requestsOf(61_001)).isEqualTo(2);
        }
    }

    @Test
    void a_session_that_ends_between_breakdowns_is_renewed_all_the_same() {
        api.faults().next(Fault.SERVER_ERROR, 2);
        api.wattline.simulator().endSessions();
        assertThat(api.failure(LIST)).isNull();
    }

    @Test
    void breakdowns_after_a_session_has_ended_are_tried_again_as_often_as_others() {
        api.wattline.simulator().endSessions();
        api.failure(LIST);
        long before = api.seen().total();
        api.faults().next(Fault.SERVER_ERROR, 4);
        assertThat(api.failure(LIST)).isNull();
        assertThat(api.seen().total() - before).isEqualTo(5);
    }
}
