package io.wattline.anomaly.detector;

/**
 * What a detector saw on the day that it judged.
 *
 * @param fromCell    first slot, counted from the first slot of the grid, inclusive
 * @param toCell      end, exclusive
 * @param score       how far beyond the usual, in the detector's own unit; above its cut-off
 * @param expectedKwh energy that was expected over the range; not-a-number where nobody knows
 * @param observedKwh energy that was read over the range
 * @param sentence    for people
 */
public record Sighting(AnomalyKind kind, int fromCell, int toCell, double score, double expectedKwh, double observedKwh,
        Cause cause,
                       String sentence) {
}
