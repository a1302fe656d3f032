package io.wattline.backfill;

import io.wattline.reading.ChannelPoll;
import io.wattline.reading.PollScheduler;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The workers of this process: how many there may be, which windows they have in hand, and what the statements {@code db/sql/backfill-*.sql} are to be told.
 * A window is read like a poll, but what is remembered of the channel for live polling ({@code poll_state}) is left as it is.
 */
public final class BackfillWorkers {

    private final PollScheduler polls;
    private final BackfillSettings settings;
    private final String process;
    private final Clock clock;
    private final Set<BackfillTurn> turns = new LinkedHashSet<>();

    /** @param process a name that no other process has */
    public BackfillWorkers(PollScheduler polls, BackfillSettings settings, String process, Clock clock) {
        this.polls = polls;
        this.settings = settings;
        this.process = process;
        this.clock = clock;
    }

    /** A turn for each worker that has nothing to do; each must be {@link #release released}. None while the process stops or polling is paused. */
    public synchronized List<BackfillTurn> turns(Long onlyJobId) {
        List<BackfillTurn> begun = IntStream.range(turns.size(), settings.workers()).mapToObj(worker -> new BackfillTurn(onlyJobId)).filter(polls::enter).toList();
        turns.addAll(begun);
        return begun;
    }

    /** The turn is over, whatever became of it. */
    public synchronized void release(BackfillTurn turn) {
        turns.remove(turn);
        polls.leave(turn);
    }

    /** Whether the turn takes another window. */
    public boolean goesOn(BackfillTurn turn) {
        return !turn.isOver() && polls.isOpen();
    }

    /** Whether windows are in hand, whose claims must be prolonged. */
    public boolean holdsAny() {
        return held().length > 0;
    }

    private synchronized Long[] held() {
        return turns.stream().map(BackfillTurn::windowId).flatMap(Optional::stream).toArray(Long[]::new);
    }

    /** Parameters of {@code db/sql/backfill-renew.sql}. */
    public Map<String, Object> renewal() {
        return Map.of("windows", held(), "process", process, "lease", settings.lease().toString());
    }

    /** Parameters of {@code db/sql/backfill-claim.sql}. */
    public Map<String, Object> claim(BackfillTurn turn) {
        Map<String, Object> parameters = new HashMap<>(Map.of("process", process, "lease", settings.lease().toString()));
        parameters.put("job_id", turn.onlyJobId());
        return parameters;
    }

    /** Takes the row of a claim, or none; whether there was one. */
    public boolean took(BackfillTurn turn, Map<String, Object> row) {
        turn.took(row);
        return row != null;
    }

    public boolean needsRun(BackfillTurn turn) {
        return turn.needsRun();
    }

    /** What kind of run brings the readings: {@code backfill} or {@code reconcile}. */
    public String runKind(BackfillTurn turn) {
        return turn.reconciliation().isPresent() ? "reconcile" : "backfill";
    }

    public void began(BackfillTurn turn, long runId) {
        turn.began(runId);
    }

    /** The window in hand as a poll that moves no cursor. */
    public ChannelPoll begin(BackfillTurn turn) {
        turn.polls(polls.begin(turn.row(), turn.runId()));
        return turn.poll();
    }

    /**
     * Parameters of {@code db/sql/backfill-finish.sql}.
     *
     * @param thrown what was caught last on the way; it counts only where the poll has failed
     */
    public Map<String, Object> finish(BackfillTurn turn, Throwable thrown) {
        WindowEnd end = WindowEnd.of(turn.poll(), thrown);
        if (end.isWaiting()) {
            turn.end();
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("window_id", turn.windowId().orElseThrow());
        parameters.put("process", process);
        parameters.put("run_id", turn.runId());
        parameters.put("outcome", end.outcome());
        parameters.put("error", end.error());
        parameters.put("channel_over", end.channelOver());
        parameters.put("pause", settings.retryDelay().toString());
        parameters.put("pause_max", settings.retryMax().toString());
        parameters.put("attempts_max", settings.attemptsMax());
        parameters.put("now", clock.instant().toString());
        parameters.put("ask_again", settings.askAgain().stream().map(Object::toString).collect(Collectors.joining(",")));
        return parameters;
    }

    /** The window in hand is settled; whether its job has ended with it. */
    public boolean settled(BackfillTurn turn, boolean jobOver) {
        turn.putDown();
        return jobOver;
    }

    /** Something broke down that no window is to blame for: the turn ends, and a window that it had in hand comes back when its lease runs out. */
    public void broke(BackfillTurn turn) {
        turn.end();
    }
}
