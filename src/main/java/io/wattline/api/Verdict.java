package io.wattline.api;

import io.wattline.api.RefusedException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Decides by status what an answer means; breakdowns are sorted out before ({@link AnswerReader}). */
public final class Verdict {

    private final Session session;
    private final Duration waitMax;
    private final Clock clock;

    /** @param waitMax the longest that {@code Retry-After} holds a worker */
    public Verdict(Session session, Duration waitMax, Clock clock) {
        this.session = session;
        this.waitMax = waitMax;
        this.clock = clock;
    }

    /**
     * @param token    the token that the request carried
     * @param newToken the token that the answer carries; null where it has none
     * @return the body of a good answer
     * @throws NotAuthenticatedException 401, 419
     * @throws TooManyRequestsException  429
     * @throws RefusedException          every other answer that is not 200
     */
    public byte[] judge(Answer answer, String token, String newToken, ApiRequest request) {
        int status = answer.status();
        if (status == 401 || status == 419) {
            session.rejected(token);
            throw new NotAuthenticatedException(request.subject() + ": status " + status + ", the session has ended; logging in once");
        }
        session.answered(newToken);
        if (status == 200) {
            return answer.body();
        }
        if (status == 429) {
            throw new TooManyRequestsException(request.subject() + ": status 429, too many requests; waiting. The pace is set by "
                    + "api.requests-per-second");
        }
        throw new RefusedException(reason(answer), request.subject() + ": the source says no with status " + status + ", " + answer.excerpt());
    }

    /** How long the source asks us to wait, at most {@code waitMax}; null where it does not say. A worker is not held longer than that. */
    public Long retryDelayMillis(Answer answer) {
        Duration wait = retryAfter(answer.retryAfter());
        if (wait == null || answer.status() == 200) {
            return null;
        }
        return Math.min(wait.toMillis(), waitMax.toMillis());
    }

    private static Reason reason(Answer answer) {
        return switch (answer.status()) {
            case 402 -> Reason.SUBSCRIPTION_ENDED;
            case 403 -> Reason.FORBIDDEN;
            case 404 -> Reason.NOT_FOUND;
            default -> answer.saysInvalidParameter() ? Reason.INVALID_PARAMETER : Reason.OTHER;
        };
    }

    /** {@code Retry-After} as seconds or as an HTTP date; null where it is absent or cannot be read. */
    private Duration retryAfter(String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        try {
            if (header.strip().chars().allMatch(Character::isDigit)) {
                return Duration.ofSeconds(Long.parseLong(header.strip()));
            }
            Instant until = ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration wait = Duration.between(clock.instant(), until);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (NumberFormatException | DateTimeParseException e) {
            return null;
        }
    }
}
