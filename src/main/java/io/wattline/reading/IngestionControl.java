package io.wattline.reading;

import io.wattline.jmx.NotNowException;

/** Ingestion as operators control it over JMX. */
public final class IngestionControl implements IngestionOperations {

    private final PollScheduler scheduler;
    private final IngestionPause pause;
    private final Runnable trigger;

    /** @param trigger polls what is due */
    public IngestionControl(PollScheduler scheduler, IngestionPause pause, Runnable trigger) {
        this.scheduler = scheduler;
        this.pause = pause;
        this.trigger = trigger;
    }

    @Override
    public boolean isIngestionPaused() {
        return pause.isSet();
    }

    @Override
    public int getInHand() {
        return scheduler.running();
    }

    @Override
    public String pauseIngestion() {
        pause.pause();
        return "Ingestion is paused: nothing more is requested from the source until resumeIngestion; polls and"
                + " workers that end now: "
                + scheduler.running();
    }

    @Override
    public String resumeIngestion() {
        pause.resume();
        return "Ingestion is resumed";
    }

    @Override
    public String triggerIngestion() {
        if (pause.isSet()) {
            throw new NotNowException("Ingestion is paused; call resumeIngestion first. Nothing was done.");
        }
        trigger.run();
        return "Polling what is due; polls and workers that run now: " + scheduler.running();
    }
}
