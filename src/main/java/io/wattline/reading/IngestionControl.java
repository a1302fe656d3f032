package io.wattline.reading;

import io.wattline.jmx.NotNowException;

/** Polls held, let go and begun at once. */
public final class IngestionControl implements IngestionOperations {

    private final PollScheduler desk;
    private final Runnable trigger;

    /** @param trigger polls what is due */
    public IngestionControl(PollScheduler desk, Runnable trigger) {
        this.desk = desk;
        this.trigger = trigger;
    }

    @Override
    public boolean isIngestionPaused() {
        return desk.isHeld();
    }

    @Override
    public int getInHand() {
        return desk.inHand();
    }

    @Override
    public String pauseIngestion() {
        desk.hold();
        return "Ingestion is paused: the source is asked for nothing more until resumeIngestion; in hand and being finished: " + desk.inHand();
    }

    @Override
    public String resumeIngestion() {
        desk.letGo();
        return "Ingestion goes on";
    }

    @Override
    public String triggerIngestion() {
        if (desk.isHeld()) {
            throw new NotNowException("Ingestion is paused; resumeIngestion first. Nothing was done.");
        }
        trigger.run();
        return "What is due is being polled; in hand: " + desk.inHand();
    }
}
