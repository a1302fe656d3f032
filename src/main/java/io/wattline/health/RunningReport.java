package io.wattline.health;

import io.wattline.routes.RouteState;
import java.util.List;

/**
 * What a running service says of itself at {@code /health/status}. Times are ISO 8601 in UTC.
 *
 * @param version         of the program
 * @param profile         of the settings
 * @param breaker         in front of the source: CLOSED, OPEN, HALF_OPEN
 * @param lagSeconds      of the channel that is furthest behind; -1 while none has been polled
 * @param lastSuccess     when a poll last ended well; empty before the first
 * @param ingestionPaused whether an operator holds ingestion
 * @param inHand          pieces of work
 * @param troubles        what is wrong, and since when
 */
public record RunningReport(String version, String camel, String java, String profile, String startedAt, String breaker, long lagSeconds, String lastSuccess,
                            boolean ingestionPaused, int inHand, List<String> troubles, List<RouteState> routes, List<Timer> timers) {

    /** A Quartz timer by the name of its route; {@code last} and {@code next} are null where there is none. */
    public record Timer(String name, String last, String next) {
    }
}
