package io.wattline.ops;

import io.wattline.backfill.Backfills;
import io.wattline.deadletter.DeadLetters;
import io.wattline.deadletter.Replay;
import io.wattline.reading.PollDesk;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service in the hands of operators. A wrong argument is an {@link IllegalArgumentException} that says what is allowed, and nothing is done. */
public final class Control implements ControlMBean {

    private static final Logger LOG = LoggerFactory.getLogger(Control.class);
    private static final String OPERATOR = "jmx";

    private final PollDesk desk;
    private final Metrics metrics;
    private final Supplier<String> breaker;
    private final Runnable trigger;
    private final BackfillControl backfill;
    private final ReplayControl replay;
    private final AlertControl alerts;

    /** @param trigger polls what is due */
    public Control(PollDesk desk, Metrics metrics, Supplier<String> breaker, Runnable trigger, Backfills backfills, DeadLetters letters, Replay replay, AlertControl alerts) {
        this.desk = desk;
        this.metrics = metrics;
        this.breaker = breaker;
        this.trigger = trigger;
        this.backfill = new BackfillControl(backfills, OPERATOR);
        this.replay = new ReplayControl(letters, replay, OPERATOR);
        this.alerts = alerts;
    }

    @Override
    public boolean isIngestionPaused() {
        return desk.isHeld();
    }

    @Override
    public long getLagSeconds() {
        return metrics.furthestBehindSeconds().orElse(-1);
    }

    @Override
    public String getLastSuccess() {
        return metrics.lastSuccess().map(Object::toString).orElse("");
    }

    @Override
    public String getBreakerState() {
        return breaker.get();
    }

    @Override
    public int getInHand() {
        return desk.inHand();
    }

    @Override
    public String[] getBackfillJobs() {
        return answer(backfill::jobs);
    }

    @Override
    public String pauseIngestion() {
        desk.hold();
        return say("Ingestion is paused: the source is asked for nothing more until resumeIngestion; in hand and being finished: " + desk.inHand());
    }

    @Override
    public String resumeIngestion() {
        desk.letGo();
        return say("Ingestion goes on");
    }

    @Override
    public String triggerIngestion() {
        if (desk.isHeld()) {
            throw new IllegalStateException("Ingestion is paused; resumeIngestion first. Nothing was done.");
        }
        return answer(() -> {
            trigger.run();
            return say("What is due is being polled; in hand: " + desk.inHand());
        });
    }

    @Override
    public String startBackfill(String startDate, String endDate, String channelIds) {
        return answer(() -> say(backfill.start(startDate, endDate, channelIds)));
    }

    @Override
    public String startGapBackfill(String channelIds) {
        return answer(() -> say(backfill.startGaps(channelIds)));
    }

    @Override
    public String pauseBackfill(long job) {
        return answer(() -> say(backfill.pause(job)));
    }

    @Override
    public String resumeBackfill(long job) {
        return answer(() -> say(backfill.resume(job)));
    }

    @Override
    public String cancelBackfill(long job) {
        return answer(() -> say(backfill.cancel(job)));
    }

    @Override
    public String replayDeadLetters(String rule) {
        return answer(() -> say(replay.replay(rule)));
    }

    @Override
    public String checkAlerts() {
        return answer(() -> say(alerts.check()));
    }

    @Override
    public String acknowledgeAlert(long alert, String who) {
        return answer(() -> say(alerts.acknowledge(alert, who)));
    }

    @Override
    public String silenceAlerts(String rule, String siteId, String length, String reason, String who) {
        return answer(() -> say(alerts.silence(rule, siteId, length, reason, who)));
    }

    private static String say(String what) {
        LOG.info("By JMX: {}", what);
        return what;
    }

    /** A console has no classes of ours or of the database driver: what goes wrong is told in words alone. */
    private static <T> T answer(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("By JMX: an operation failed", e);
            throw new IllegalStateException(e.getMessage());
        }
    }
}
