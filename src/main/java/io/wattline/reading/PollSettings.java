package io.wattline.reading;

import java.time.Duration;
import java.util.List;

/**
 * How channels are polled; keys of {@code config/application.properties} in brackets.
 *
 * @param lookBack      each poll asks again from the cursor minus this [readings.poll.look-back]
 * @param delay         a finished interval is asked for this long after its end [readings.poll.delay]
 * @param waitForLate   how long the cursor of a silent channel waits for late data [readings.poll.wait-for-late]
 * @param windowMax     longest window of one request [readings.window.max]
 * @param windowMin     shortest that it is halved to [readings.window.min]
 * @param history       how far back a new channel is filled [readings.history]
 * @param coreFields    asked for when the source does not say what it offers [readings.fields.core]
 * @param retryDelay    pause after a failure, doubled each time [readings.retry.delay]
 * @param retryDelayMax longest pause [readings.retry.delay-max]
 * @param deadRetry     when a dead or paused channel is tried again [readings.dead.retry]
 */
public record PollSettings(Duration lookBack, Duration delay, Duration waitForLate, Duration windowMax, Duration windowMin, Duration history,
                           List<String> coreFields, Duration retryDelay, Duration retryDelayMax, Duration deadRetry) {

    public PollSettings {
        coreFields = List.copyOf(coreFields);
        if (windowMin.compareTo(windowMax) > 0) {
            throw new IllegalArgumentException("readings.window.min (" + windowMin + ") is over readings.window.max (" + windowMax
                    + "); change one in config/application.properties");
        }
        if (coreFields.isEmpty()) {
            throw new IllegalArgumentException("readings.fields.core names no field; allowed: codes of config/fields.yaml such as E,P");
        }
    }

    /** The pause after so many failures running. */
    Duration backOff(int failures) {
        Duration pause = retryDelay.multipliedBy(1L << Math.min(failures, 16));
        return pause.compareTo(retryDelayMax) > 0 ? retryDelayMax : pause;
    }
}
