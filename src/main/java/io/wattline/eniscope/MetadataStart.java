package io.wattline.eniscope;

import io.wattline.settings.Durations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the metadata is read at the start. Without it nothing is watched, so a failure is tried again soon, and later
 * and later.
 */
public final class MetadataStart {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataStart.class);
    private static final Duration WAIT_MIN = Duration.ofSeconds(15);
    private static final Duration WAIT_MAX = Duration.ofMinutes(5);

    private final Clock clock;
    private Duration wait = WAIT_MIN;
    private Instant dueAt = Instant.MIN;
    private boolean done;

    public MetadataStart(Clock clock) {
        this.clock = clock;
    }

    /** Whether the metadata is to be read now. */
    public synchronized boolean isDue() {
        return !done && !clock.instant().isBefore(dueAt);
    }

    /** The metadata is read. The timer of {@code metadata.sync.cron} does the rest. */
    public synchronized void done() {
        done = true;
    }

    /** Waits for the next attempt. */
    public synchronized void failed(Throwable thrown) {
        dueAt = clock.instant().plus(wait);
        LOG.warn("The metadata cannot be read, so no channel is known yet "
                + "or new ones are missing: {}. Tried again in {}.",
                reason(thrown), Durations.humane(wait));
        wait = wait.multipliedBy(2).compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait.multipliedBy(2);
    }

    /** The innermost cause: the exceptions around it speak of routes. */
    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).replaceFirst("\\.$", "");
    }
}
