package io.wattline.source;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;

/**
 * The least time from the beginning of one request to that of the next, over all threads. It measures time that only
 * runs forward: Camel's throttle waits for a time of day, so that a clock that is set back would hold every request
 * until the old time is reached.
 */
public final class Pace {

    /** Far longer than a full queue of requests needs. */
    private static final Duration WAIT_MAX = Duration.ofDays(1);

    private final RateLimiter limiter;

    /**
     * @param name for messages
     * @param step from one request to the next
     */
    public Pace(String name, Duration step) {
        limiter = RateLimiter.of(
                name,
                RateLimiterConfig.custom()
                        .limitForPeriod(1)
                        .limitRefreshPeriod(step)
                        .timeoutDuration(WAIT_MAX)
                        .build());
    }

    /**
     * Waits until the next request may begin.
     *
     * @throws io.github.resilience4j.core.exception.AcquirePermissionCancelledException where the thread is interrupted
     * @throws io.github.resilience4j.ratelimiter.RequestNotPermitted where a day would pass
     */
    public void await() {
        RateLimiter.waitForPermission(limiter);
    }
}
