package io.wattline.backfill;

import io.wattline.reading.ChannelPoll;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One worker's turn: it takes one window after the other until nothing is left that it may take. Walked by one worker. */
public final class BackfillTurn {

    private final Long onlyJobId;
    private volatile Long windowId;
    private Map<String, Object> row;
    private ChannelPoll poll;
    private Long runJobId;
    private Long runId;
    private boolean over;

    /** @param onlyJobId the job whose windows it takes; null for any */
    BackfillTurn(Long onlyJobId) {
        this.onlyJobId = onlyJobId;
    }

    Long onlyJobId() {
        return onlyJobId;
    }

    /** The window in hand; empty between two. */
    Optional<Long> windowId() {
        return Optional.ofNullable(windowId);
    }

    /** A window has been taken: a row of {@code db/sql/backfill-claim.sql}; null where there was none, and then the turn is over. */
    void took(Map<String, Object> claimed) {
        over = claimed == null;
        row = claimed;
        windowId = claimed == null ? null : (Long) claimed.get("window_id");
        poll = null;
    }

    Map<String, Object> row() {
        return row;
    }

    /** Whether the window in hand is of another job than the one before, so that a run must begin. */
    boolean needsRun() {
        return !row.get("job_id").equals(runJobId);
    }

    void began(long newRunId) {
        runJobId = (Long) row.get("job_id");
        runId = newRunId;
    }

    /** The run whose readings are kept now. */
    long runId() {
        return runId;
    }

    void polls(ChannelPoll newPoll) {
        poll = newPoll;
    }

    /** How the window in hand is read; null before that begins. */
    ChannelPoll poll() {
        return poll;
    }

    /** The job on whose behalf the window in hand is compared with the source; empty where it is only read. */
    public OptionalLong reconciliation() {
        return "reconcile".equals(row.get("kind")) ? OptionalLong.of((Long) row.get("job_id")) : OptionalLong.empty();
    }

    /** The window in hand is no longer. */
    void putDown() {
        windowId = null;
    }

    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }
}
