package io.wattline.eniscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.settings.Secret;
import io.wattline.source.NotAuthenticatedException;
import io.wattline.source.RefusedException;
import io.wattline.source.SourceRequest;
import io.wattline.source.TooManyRequestsException;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseVerdictTest {

    private static final SourceRequest REQUEST = SourceRequest.get("readings/61001", "", "channel 61001 [a, b)");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:00:00Z"));
    private final Session session = new Session(
            new AccountSettings(new Secret("key"), "person@example.org", new Secret("password")),
            Duration.ofMinutes(15),
            clock);
    private final ResponseVerdict verdict = new ResponseVerdict(session, Duration.ofMinutes(5), clock);

    @ParameterizedTest
    @CsvSource({
        "402, SUBSCRIPTION_ENDED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "409, OTHER",
        "412, OTHER",
        "400, OTHER",
        "301, OTHER",
        "204, OTHER"
    })
    void a_status_says_why_the_source_refuses(int status, RefusedException.Reason reason) {
        assertThatThrownBy(() -> judge(new ResponseBody(status, null, "no\nway".getBytes())))
                .isInstanceOfSatisfying(RefusedException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason))
                .hasMessageContaining("channel 61001 [a, b)")
                .hasMessageContaining(status + ", 'no way'");
    }

    @Test
    void invalid_parameter_is_told_from_other_500s_whatever_its_letters() {
        assertThat(new ResponseBody(500, null, "{\"message\":\"INVALID parameter\"}".getBytes()).saysInvalidParameter())
                .isTrue();
        assertThat(new ResponseBody(500, null, "Internal Server Error".getBytes()).saysInvalidParameter()).isFalse();
        assertThat(new ResponseBody(400, null, "Invalid Parameter".getBytes()).saysInvalidParameter()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "7|7",
                "0|0",
                "86400|300",
                "99999999999999999999|",
                "soon|",
                "-3|",
                "''|",
                "NULL|",
                "'Tue, 3 Feb 2026 12:00:20 GMT'|20",
                "'Tue, 3 Feb 2026 11:00:00 GMT'|0",
                "'Wed, 4 Feb 2026 12:00:00 GMT'|300",
                "1.5|"
            },
            delimiter = '|',
            nullValues = "NULL")
    void retry_after_is_seconds_or_a_date_and_at_most_what_a_worker_may_be_held(String header, Long seconds) {
        assertThatThrownBy(() -> judge(new ResponseBody(429, header, new byte[0])))
                .isInstanceOfSatisfying(TooManyRequestsException.class, refusal -> assertThat(refusal.retryAfter())
                        .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds)));
    }

    @Test
    void the_newest_token_is_used_and_an_older_one_that_is_refused_does_not_end_it() {
        session.loggedIn(new LogInResponse("first", new ResponseBody(200, null, new byte[0])));
        verdict.judge(call("first", new ResponseBody(200, null, "{}".getBytes()), "second"));
        assertThat(token()).isEqualTo("second");
        assertThatThrownBy(() -> verdict.judge(call("first", new ResponseBody(419, null, new byte[0]), null)))
                .isInstanceOf(NotAuthenticatedException.class);
        assertThat(token()).as("a newer token has come meanwhile").isEqualTo("second");
        assertThatThrownBy(() -> verdict.judge(call("second", new ResponseBody(401, null, new byte[0]), null)))
                .isInstanceOf(NotAuthenticatedException.class);
        assertThat(session.mustLogIn()).isTrue();
    }

    @Test
    void a_page_of_html_and_a_cut_off_answer_are_no_json() {
        assertThat(new ResponseBody(200, null, " \n<!DOCTYPE html>".getBytes()).isHtml()).isTrue();
        for (String whole : new String[] {"{}", " [1] \n", "{\"a\":{}}"}) {
            assertThat(new ResponseBody(200, null, whole.getBytes()).looksWhole()).as(whole).isTrue();
        }
        for (String cut : new String[] {"", " ", "{", "{\"a\":1", "[{}", "[1}", "null", "\"text\""}) {
            assertThat(new ResponseBody(200, null, cut.getBytes()).looksWhole()).as(cut).isFalse();
        }
    }

    @Test
    void an_excerpt_is_one_short_line() {
        assertThat(new ResponseBody(500, null, ("a\r\nb\u0007" + "x".repeat(10_000)).getBytes()).excerpt())
                .hasSizeLessThan(220)
                .startsWith("'a b")
                .doesNotContain("\n");
        assertThat(new ResponseBody(500, null, new byte[0]).excerpt()).isEqualTo("an empty body");
    }

    @Test
    void only_reading_is_possible() {
        assertThatThrownBy(() -> new SourceRequest("POST", "readings", "", "x"))
                .hasMessageContaining("GET or OPTIONS")
                .hasMessageContaining("POST");
    }

    @Test
    void an_exception_has_the_status_and_the_time_of_the_response() {
        assertThatThrownBy(() -> judge(new ResponseBody(404, null, "none".getBytes())))
                .isInstanceOfSatisfying(RefusedException.class, refusal -> assertThat(refusal.response())
                        .hasValueSatisfying(response -> {
                            assertThat(response.status()).isEqualTo(404);
                            assertThat(response.millis()).isEqualTo(7);
                            assertThat(response.body()).isEqualTo("none".getBytes());
                        }));
    }

    private void judge(ResponseBody response) {
        verdict.judge(call("token", response, null));
    }

    private String token() {
        return session.authorise(new Call(REQUEST)).token();
    }

    private static Call call(String token, ResponseBody response, String newToken) {
        Call call = new Call(REQUEST);
        call.begin(token, 0);
        call.responded(response.status(), newToken, Duration.ofMillis(7).toNanos());
        call.read(response);
        return call;
    }
}
