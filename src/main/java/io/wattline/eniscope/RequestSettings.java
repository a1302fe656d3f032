package io.wattline.eniscope;

import io.wattline.settings.Setting;
import io.wattline.settings.SettingConflict;
import io.wattline.settings.SettingsGroup;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** How requests are sent to the source. */
public record RequestSettings(
        @Setting(
                        key = "eniscope.api.url",
                        fallback = "https://core.eniscope.com/v1",
                        meaning = "Base URL of the Eniscope Core API, with or without /v1.")
                URI url,
        @Setting(
                        key = "api.requests-per-second",
                        fallback = "5",
                        min = "1",
                        meaning = "Requests per second over all channels.")
                int requestsPerSecond,
        @Setting(
                        key = "api.requests-in-flight",
                        fallback = "4",
                        min = "1",
                        meaning = "Requests that run at the same time.")
                int requestsInFlight,
        @Setting(
                        key = "api.user-agent",
                        fallback = "Wattline/0.1 (+energy data ingestion)",
                        meaning = "User agent of every request. The source refuses the defaults of common libraries.")
                String userAgent,
        @Setting(key = "api.connect-timeout", fallback = "10s", min = "1ms", meaning = "Longest wait for a connection.")
                Duration connectTimeout,
        @Setting(
                        key = "api.response-timeout",
                        fallback = "30s",
                        min = "1ms",
                        meaning = "Longest silence of the source during a request.")
                Duration responseTimeout,
        @Setting(
                        key = "api.answer-timeout",
                        fallback = "2m",
                        min = "1ms",
                        meaning = "Longest time that a whole response may take.")
                Duration answerTimeout,
        @Setting(
                        key = "api.answer-max-bytes",
                        fallback = "4194304",
                        min = "1",
                        meaning = "Largest response, in bytes. Of a larger one, a shorter window is requested.")
                int answerMaxBytes,
        @Setting(key = "api.retry.max", fallback = "4", max = "100", meaning = "Retries of a request that can heal.")
                int retryMax,
        @Setting(
                        key = "api.retry.delay",
                        fallback = "1s",
                        min = "1ms",
                        meaning =
                                "Pause before the first retry. It doubles with each retry, with jitter. Retry-After of"
                                        + " the source wins.")
                Duration retryDelay,
        @Setting(key = "api.retry.delay-max", fallback = "60s", min = "1ms", meaning = "Longest pause before a retry.")
                Duration retryDelayMax,
        @Setting(
                        key = "api.breaker.failure-rate",
                        fallback = "50",
                        min = "1",
                        max = "100",
                        meaning = "Share of failed calls, in percent, at which the circuit breaker opens.")
                int breakerFailureRate,
        @Setting(
                        key = "api.breaker.calls",
                        fallback = "20",
                        min = "1",
                        meaning = "Calls over which the circuit breaker counts.")
                int breakerCalls,
        @Setting(
                        key = "api.breaker.calls-min",
                        fallback = "10",
                        min = "1",
                        meaning = "Calls before the circuit breaker may open.")
                int breakerCallsMin,
        @Setting(
                        key = "api.breaker.wait",
                        fallback = "30s",
                        min = "1ms",
                        meaning = "How long the circuit breaker stays open before it lets a few requests pass.")
                Duration breakerWait,
        @Setting(
                        key = "api.login.pause",
                        fallback = "15m",
                        meaning = "After a refused log-in no request is sent for this long, since the source locks"
                                + " accounts.")
                Duration logInPause)
        implements SettingsGroup {

    @Override
    public List<String> conflicts() {
        return SettingConflict.order("api.retry.delay", retryDelay, "api.retry.delay-max", retryDelayMax);
    }

    /** The base URL with {@code /v1} and without a slash at its end. */
    URI baseUrl() {
        String base = url.toString().replaceAll("/+$", "");
        return URI.create(base.endsWith("/v1") ? base : base + "/v1");
    }

    /** The longest that a request waits for a log-in: one that is under way, and one more. */
    Duration logInTimeout() {
        return connectTimeout.plus(answerTimeout).multipliedBy(2);
    }
}
