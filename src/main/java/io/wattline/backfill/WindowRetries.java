package io.wattline.backfill;

import java.time.Duration;
import java.util.List;

/**
 * When windows and gaps are asked for again.
 *
 * @param pause    pause after a failed request, doubled after each further failure
 * @param pauseMax the longest pause
 * @param attempts failed requests after which a window is given up
 * @param askAgain when a gap is asked for again, counted from the time it was found; ascending
 */
record WindowRetries(Duration pause, Duration pauseMax, int attempts, List<Duration> askAgain) {

    WindowRetries {
        askAgain = List.copyOf(askAgain);
    }
}
