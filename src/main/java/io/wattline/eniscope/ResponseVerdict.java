package io.wattline.eniscope;

import io.wattline.source.BreakerOpenException;
import io.wattline.source.NotAuthenticatedException;
import io.wattline.source.RefusedException.Reason;
import io.wattline.source.RefusedException;
import io.wattline.source.SourceException;
import io.wattline.source.SourceRequest;
import io.wattline.source.SourceResponse;
import io.wattline.source.TooManyRequestsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Decides by its status what a response means. {@link ResponseReader} has thrown breakdowns before. */
public final class ResponseVerdict {

    private final Session session;
    private final Duration waitMax;
    private final Clock clock;

    /** @param waitMax the longest wait that {@code Retry-After} may ask of a worker */
    public ResponseVerdict(Session session, Duration waitMax, Clock clock) {
        this.session = session;
        this.waitMax = waitMax;
        this.clock = clock;
    }

    /** The circuit breaker let the call not pass: always throws a {@link BreakerOpenException}. */
    public void notSent(Call call) {
        throw new BreakerOpenException(
                call.request().subject() + ": not sent, since the source fails. The circuit breaker lets a few "
                        + "requests pass after api.breaker.wait and closes by itself.");
    }

    /**
     * Gives the good response of a call.
     *
     * @throws NotAuthenticatedException for status 401 and 419
     * @throws TooManyRequestsException  for status 429
     * @throws RefusedException          for every other status than 200
     * @throws SourceException           the refusal that came before any response
     */
    public SourceResponse judge(Call call) {
        if (call.refusal() != null) {
            throw call.refusal();
        }
        ResponseBody response = call.response();
        if (response.status() == 401 || response.status() == 419) {
            session.rejected(call.token());
            throw call.failed(new NotAuthenticatedException(call.request().subject() + ": status " + response.status()
                    + ", the session has ended; Wattline logs in once"));
        }
        session.accepted(call.token(), call.newToken());
        if (response.status() == 200) {
            return new SourceResponse(200, call.millis(), response.body());
        }
        throw call.failed(refusal(response, call.request()));
    }

    private SourceException refusal(ResponseBody response, SourceRequest request) {
        if (response.status() == 429) {
            return new TooManyRequestsException(
                    request.subject() + ": status 429, too many requests. Key api.requests-per-second sets the pace.",
                    retryAfter(response.retryAfter()));
        }
        return new RefusedException(
                reason(response),
                request.subject() + ": the source refuses the request with status " + response.status() + ", "
                        + response.excerpt());
    }

    private static Reason reason(ResponseBody response) {
        return switch (response.status()) {
            case 402 -> Reason.SUBSCRIPTION_ENDED;
            case 403 -> Reason.FORBIDDEN;
            case 404 -> Reason.NOT_FOUND;
            default -> response.saysInvalidParameter() ? Reason.INVALID_PARAMETER : Reason.OTHER;
        };
    }

    /**
     * {@code Retry-After} as seconds or as an HTTP date, at most {@code waitMax}; null where it is absent or cannot be
     * read.
     */
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
