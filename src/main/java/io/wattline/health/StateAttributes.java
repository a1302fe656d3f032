package io.wattline.health;

import io.wattline.jmx.Described;

/** How a running Wattline is. What is counted in the database is as it was at the last look (operations.look.cron); -1 before the first. */
public interface StateAttributes {

    @Described("Seconds since the end of what has been taken of the channel that is furthest behind; -1 while none has been polled since the start.")
    long getLagSeconds();

    @Described("When a poll last ended well, ISO 8601 in UTC; empty before the first.")
    String getLastSuccess();

    @Described("State of the circuit breaker in front of the source: CLOSED, OPEN or HALF_OPEN.")
    String getBreakerState();

    @Described("What is wrong, part by part, and since when; empty when all is well.")
    String[] getTroubles();

    @Described("Alerts that fire.")
    long getOpenAlerts();

    @Described("Messages about alerts that are on their way.")
    long getWaitingMessages();

    @Described("Gaps in the readings that are missed: without planned ones and those that are not due yet.")
    long getOpenGaps();

    @Described("Dead letters that wait for somebody.")
    long getOpenDeadLetters();

    @Described("Answers in data/spool that wait to be stored.")
    long getBacklog();

    @Described("Windows of backfill jobs that are not read yet.")
    long getBackfillWindows();

    @Described("When the database was last looked at, ISO 8601 in UTC; empty before the first.")
    String getLookedAt();
}
