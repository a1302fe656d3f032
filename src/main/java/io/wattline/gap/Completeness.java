package io.wattline.gap;

/**
 * How complete channels are over an interval; from SQL function {@code completeness()}.
 *
 * @param expected     readings that should exist
 * @param kept         those that were measured
 * @param estimated    those that are estimated; an estimate is not kept
 * @param missing      those that are neither
 * @param completeness kept / expected, 0 to 1; null where nothing is expected
 */
public record Completeness(long expected, long kept, long estimated, long missing, Double completeness) {
}
