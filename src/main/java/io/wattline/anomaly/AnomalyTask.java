package io.wattline.anomaly;

/** One channel of a run. */
public record AnomalyTask(AnomalyRun run, JudgedChannel channel) {
}
