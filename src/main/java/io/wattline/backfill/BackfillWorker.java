package io.wattline.backfill;

import io.wattline.reading.ChannelPoll;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A worker reads one window after another until none is left that it may take. It is used by one thread. */
public final class BackfillWorker {

    private static final String JOB_ID = "job_id";

    private final Long onlyJobId;
    private volatile Long windowId;
    private Map<String, Object> row;
    private ChannelPoll poll;
    private Long runJobId;
    private Long runId;
    private boolean done;

    /** @param onlyJobId the job whose windows it reads; null for any job */
    BackfillWorker(Long onlyJobId) {
        this.onlyJobId = onlyJobId;
    }

    Long onlyJobId() {
        return onlyJobId;
    }

    /** The window that the worker has claimed; empty between two windows. */
    Optional<Long> windowId() {
        return Optional.ofNullable(windowId);
    }

    /** Takes a row of {@code db/sql/backfill-claim.sql}. Without a row no window is left, and the worker is done. */
    void claimed(Map<String, Object> claim) {
        done = claim == null;
        row = claim;
        windowId = claim == null ? null : (Long) claim.get("window_id");
        poll = null;
    }

    Map<String, Object> row() {
        return row;
    }

    /** Whether the window belongs to another job than the window before it. Then a new run begins. */
    boolean needsRun() {
        return !row.get(JOB_ID).equals(runJobId);
    }

    /** {@code runs.kind} of the window's job: {@code reconcile} or {@code backfill}. */
    public String runKind() {
        return reconciliation().isPresent() ? "reconcile" : "backfill";
    }

    void began(long newRunId) {
        runJobId = (Long) row.get(JOB_ID);
        runId = newRunId;
    }

    /** The run whose readings are kept now. */
    long runId() {
        return runId;
    }

    void reads(ChannelPoll newPoll) {
        poll = newPoll.inBackground();
        reconciliation().ifPresent(poll::comparedBy);
    }

    /** How the window is read; null before its reading begins. */
    ChannelPoll poll() {
        return poll;
    }

    /** The job for which the window is compared with the source; empty where it is only read. */
    private OptionalLong reconciliation() {
        return "reconcile".equals(row.get("kind")) ? OptionalLong.of((Long) row.get(JOB_ID)) : OptionalLong.empty();
    }

    /** The outcome of the window is recorded. */
    void finished() {
        windowId = null;
    }

    void end() {
        done = true;
    }

    boolean isDone() {
        return done;
    }
}
