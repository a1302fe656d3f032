package io.wattline.ops;

/** What operators see of a running service and can do with it over JMX, under {@code io.wattline:type=Control}. */
@Described("Steers a running Wattline: ingestion, backfill jobs, replay of dead letters.")
public interface ControlMBean {

    @Described("Whether ingestion has been paused; it stays so, also after a restart, until resumeIngestion.")
    boolean isIngestionPaused();

    @Described("Seconds since the end of what has been taken of the channel that is furthest behind; -1 while none has been polled since the start.")
    long getLagSeconds();

    @Described("When a poll last ended well, ISO 8601 in UTC; empty before the first.")
    String getLastSuccess();

    @Described("State of the circuit breaker in front of the source: CLOSED, OPEN or HALF_OPEN.")
    String getBreakerState();

    @Described("Pieces of work in hand: channels that are polled or wait for a worker, and workers of backfill.")
    int getInHand();

    @Described("Backfill jobs that are not over, and how far they are.")
    String[] getBackfillJobs();

    @Described("Asks the source for nothing more, neither polls nor backfill, until resumeIngestion; windows in hand are finished. Says what was done.")
    String pauseIngestion();

    @Described("Goes on after pauseIngestion. Says what was done.")
    String resumeIngestion();

    @Described("Polls now what is due, without waiting for the timer. Says what was done.")
    String triggerIngestion();

    @Described("Opens a backfill job that reads a range of days again. Says its number.")
    String startBackfill(@Described(name = "startDate", value = "First day, YYYY-MM-DD in UTC.") String startDate,
            @Described(name = "endDate", value = "Day after the last one, YYYY-MM-DD in UTC.") String endDate,
            @Described(name = "channelIds", value = "Numbers of channels, separated by commas; empty for all.") String channelIds);

    @Described("Opens a backfill job that reads the open gaps that may still be filled. Says its number.")
    String startGapBackfill(@Described(name = "channelIds", value = "Numbers of channels, separated by commas; empty for all.") String channelIds);

    @Described("No window of the job is taken any more, by any process, until it is resumed. Says how far it is.")
    String pauseBackfill(@Described(name = "job", value = "Number of the job.") long job);

    @Described("Goes on with a job that is paused or failed; what could not be read is tried again. Says how far it is.")
    String resumeBackfill(@Described(name = "job", value = "Number of the job.") long job);

    @Described("What is left of the job is not read; what was kept stays. Says how far it is.")
    String cancelBackfill(@Described(name = "job", value = "Number of the job.") long job);

    @Described("Sends the open dead letters of a rule through the pipeline again, and waits for the end. Says what became of them.")
    String replayDeadLetters(@Described(name = "rule", value = "Name of the rule, as dead_letters.rule has it.") String rule);

    @Described("Evaluates all alert rules now and delivers what people must hear. Says how many alerts are open.")
    String checkAlerts();

    @Described("Says that somebody is at an alert: no reminders for alerts.acknowledged-for. Says what was done.")
    String acknowledgeAlert(@Described(name = "alert", value = "Number of the alert, as in table alerts.") long alert, @Described(name = "who", value = "Who is at it.") String who);

    @Described("Nobody is told of certain alerts for a while. Says the number of the silence.")
    String silenceAlerts(@Described(name = "rule", value = "Name of the rule; empty for every rule.") String rule,
            @Described(name = "siteId", value = "organization_id; empty for every site.") String siteId,
            @Described(name = "length", value = "For how long, such as 2h.") String length,
            @Described(name = "reason", value = "Why, for people.") String reason,
            @Described(name = "who", value = "Who wants it.") String who);
}
