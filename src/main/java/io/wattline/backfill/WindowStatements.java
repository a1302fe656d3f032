package io.wattline.backfill;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The parameters of the statements {@code db/sql/backfill-*.sql}.
 *
 * @param process a name that no other process has
 * @param lease   how long a claim on a window lasts without being extended
 */
record WindowStatements(String process, Duration lease, WindowRetries retries, Clock clock) {

    /** Of {@code backfill-renew.sql}. */
    Map<String, Object> renew(Long[] windows) {
        return Map.of("windows", windows, "process", process, "lease", lease.toString());
    }

    /** Of {@code backfill-claim.sql}. */
    Map<String, Object> claim(Long onlyJobId) {
        Map<String, Object> parameters = new HashMap<>(Map.of("process", process, "lease", lease.toString()));
        parameters.put("pause_max", retries.pauseMax().toString());
        parameters.put("job_id", onlyJobId);
        return parameters;
    }

    /** Of {@code backfill-finish.sql}. */
    Map<String, Object> finish(BackfillWorker worker, WindowOutcome outcome) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("window_id", worker.windowId().orElseThrow());
        parameters.put("process", process);
        parameters.put("run_id", worker.runId());
        parameters.put("outcome", outcome.outcome());
        parameters.put("error", outcome.error());
        parameters.put("channel_over", outcome.channelOver());
        parameters.put("pause", retries.pause().toString());
        parameters.put("pause_max", retries.pauseMax().toString());
        parameters.put("attempts_max", retries.attempts());
        parameters.put("now", clock.instant().toString());
        parameters.put("ask_again", retries.askAgain().stream().map(Object::toString).collect(Collectors.joining(",")));
        return parameters;
    }
}
