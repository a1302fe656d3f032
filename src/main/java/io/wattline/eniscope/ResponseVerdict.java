package io.wattline.eniscope;

import io.wattline.eniscope.RefusedException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Decides by status what an answer means; breakdowns are sorted out before ({@link ResponseReader}). */
public final class ResponseVerdict {

    private final Session session;
    private final Duration waitMax;
    private final Clock clock;

    /** @param waitMax the longest that {@code Retry-After} holds a worker */
    public ResponseVerdict(Session session, Duration waitMax, Clock clock) {
        this.session = session;
        this.waitMax = waitMax;
        this.clock = clock;
    }

    /** The circuit breaker let the question not pass: always a {@link BreakerOpenException}. */
    public void notAsked(ApiRequest request) {
        throw new BreakerOpenException(request.subject() + ": not asked, since the source fails; the circuit breaker lets a few questions pass "
                + "after api.breaker.wait and closes by itself");
    }

    /** Throws the refusal that came instead of an answer; null is none. */
    public void insist(ApiException refusal) {
        if (refusal != null) {
            throw refusal;
        }
    }

    /**
     * @param token    the token that the request carried
     * @param newToken the token that the answer carries; null where it has none
     * @return the body of a good answer
     * @throws NotAuthenticatedException 401, 419
     * @throws TooManyRequestsException  429
     * @throws RefusedException          every other answer that is not 200
     */
    public byte[] judge(ResponseBody answer, String token, String newToken, ApiRequest request) {
        int status = answer.status();
        if (status == 401 || status == 419) {
            session.rejected(token);
            throw new NotAuthenticatedException(request.subject() + ": status " + status + ", the session has ended; logging in once");
        }
        session.answered(token, newToken);
        if (status == 200) {
            return answer.body();
        }
        if (status == 429) {
            throw new TooManyRequestsException(request.subject() + ": status 429, too many requests; the pace is set by "
                    + "api.requests-per-second", retryAfter(answer.retryAfter()));
        }
        throw new RefusedException(reason(answer), request.subject() + ": the source says no with status " + status + ", " + answer.excerpt());
    }

    private static Reason reason(ResponseBody answer) {
        return switch (answer.status()) {
            case 402 -> Reason.SUBSCRIPTION_ENDED;
            case 403 -> Reason.FORBIDDEN;
            case 404 -> Reason.NOT_FOUND;
            default -> answer.saysInvalidParameter() ? Reason.INVALID_PARAMETER : Reason.OTHER;
        };
    }

    /** {@code Retry-After} as seconds or as an HTTP date, at most {@code waitMax}; null where it is absent or cannot be read. */
    private Duration retryAfter(String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        try {
            Duration wait = wait(header.strip());
            return wait.isNegative() ? Duration.ZERO : wait.compareTo(waitMax) > 0 ? waitMax : wait;
        } catch (NumberFormatException | DateTimeParseException e) {
            return null;
        }
    }

    private Duration wait(String header) {
        if (header.chars().allMatch(Character::isDigit)) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        Instant until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        return Duration.between(clock.instant(), until);
    }
}
