package io.wattline.health;

import io.wattline.routes.RouteState;
import java.util.List;

/**
 * The state of a running service, as {@code /health/status} gives it. Times are ISO 8601 in UTC.
 *
 * @param version         of the program
 * @param profile         of the settings
 * @param breaker         in front of the source: CLOSED, OPEN, HALF_OPEN
 * @param lagSeconds      age of the newest kept interval of the channel that is furthest behind; -1 while none has been
 *                        polled
 * @param lastSuccess     when a poll last succeeded; empty before the first
 * @param ingestionPaused whether an operator has paused ingestion
 * @param inHand          requests and writes in progress
 * @param troubles        what is wrong, and since when
 * @param unknown         parts of health about which nothing is known yet
 */
public record RunningReport(String version, String camel, String java, String profile, String startedAt, String breaker,
                            long lagSeconds, String lastSuccess, boolean ingestionPaused, int inHand,
                            List<String> troubles, List<String> unknown,
                            List<RouteState> routes, List<Timer> timers) {

    /** A Quartz timer by the name of its route; {@code last} and {@code next} are null where there is none. */
    public record Timer(String name, String last, String next) {
    }
}
