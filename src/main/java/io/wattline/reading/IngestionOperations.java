package io.wattline.reading;

import io.wattline.jmx.Described;

/** Polls in the hands of operators. */
public interface IngestionOperations {

    @Described("Whether ingestion has been paused; it stays so, also after a restart, until resumeIngestion.")
    boolean isIngestionPaused();

    @Described("Pieces of work in hand: channels that are polled or wait for a worker, and workers of backfill.")
    int getInHand();

    @Described("Asks the source for nothing more, neither polls nor backfill, until resumeIngestion; windows in hand are finished. Says what was done.")
    String pauseIngestion();

    @Described("Goes on after pauseIngestion. Says what was done.")
    String resumeIngestion();

    @Described("Polls now what is due, without waiting for the timer. Says what was done.")
    String triggerIngestion();
}
