package io.wattline.reading;

/**
 * How far a sync has come.
 *
 * @param windows  windows that are read
 * @param expected windows in all, as far as they are known; 0 while metadata is read
 * @param readings readings in the responses so far
 */
public record SyncProgress(long windows, long expected, long readings) {
}
