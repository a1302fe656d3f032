package io.wattline.quality;

/**
 * When a channel goes into quarantine, and when it comes out of it.
 *
 * @param rejectRate  share of a batch, 0 to 1: more than this rejected opens the breaker
 * @param batchMin    readings that make a batch: fewer say nothing yet
 * @param goodBatches good batches in a row that close it
 */
public record BreakerSettings(double rejectRate, int batchMin, int goodBatches) {
}
