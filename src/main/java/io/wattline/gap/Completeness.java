package io.wattline.gap;

/**
 * How complete the readings of channels are over an interval, counted by SQL function {@code completeness()}.
 *
 * @param expected     readings that should exist
 * @param kept         expected readings that are there and measured
 * @param estimated    expected readings that are estimated; an estimate does not count as kept
 * @param missing      expected readings that are neither kept nor estimated
 * @param completeness kept / expected, 0 to 1; null where nothing is expected
 */
public record Completeness(long expected, long kept, long estimated, long missing, Double completeness) {
}
