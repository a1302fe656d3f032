package io.wattline.reading;

import io.wattline.jmx.Described;

/** What operators may do to ingestion over JMX. */
public interface IngestionOperations {

    @Described("Whether an operator has paused ingestion. A pause outlives a restart and ends with resumeIngestion.")
    boolean isIngestionPaused();

    @Described("How many channels are polled or wait for a poll, and how many workers of backfill run.")
    int getInHand();

    @Described("Pauses polls and backfill until resumeIngestion. Windows that are being read are finished. Returns what"
            + " was done.")
    String pauseIngestion();

    @Described("Ends pauseIngestion. Returns what was done.")
    String resumeIngestion();

    @Described("Polls what is due now, without waiting for the timer. Returns what was done.")
    String triggerIngestion();
}
