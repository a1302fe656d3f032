package io.wattline.health;

import io.wattline.jmx.Described;

/**
 * The state of a running service, for JMX. Counts come from the last look into the database (operations.look.cron); -1
 * before it.
 */
public interface StateAttributes {

    @Described("Age in seconds of the newest kept interval of the channel that is furthest behind; -1 before a poll.")
    long getLagSeconds();

    @Described("When a poll last succeeded, ISO 8601 in UTC; empty before the first.")
    String getLastSuccess();

    @Described("State of the circuit breaker in front of the source: CLOSED, OPEN or HALF_OPEN.")
    String getBreakerState();

    @Described("What is wrong, part by part, and since when; empty when nothing is.")
    String[] getTroubles();

    @Described("Alerts that are firing.")
    long getOpenAlerts();

    @Described("Notifications that are not delivered yet.")
    long getWaitingMessages();

    @Described("Gaps that are open and due; planned gaps do not count.")
    long getOpenGaps();

    @Described("Dead letters that are open.")
    long getOpenDeadLetters();

    @Described("Responses in data/spool that wait to be stored.")
    long getBacklog();

    @Described("Windows of backfill jobs that are not read yet.")
    long getBackfillWindows();

    @Described("When open work was last counted in the database, ISO 8601 in UTC; empty before the first count.")
    String getLookedAt();
}
