package io.wattline.anomaly.watch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.Cause;
import io.wattline.anomaly.detector.Sighting;

/**
 * One anomaly, however many days it was seen.
 *
 * @param fromCell      first slot, inclusive, counted from the first slot of the grid
 * @param toCell        end, exclusive
 * @param firstSeenDay  day of the grid on which it was seen first
 * @param lastSeenDay   day on which it was seen last
 * @param score         the highest
 * @param observedKwh   energy that was read, summed over the days on which it was seen; not-a-number where nobody knows
 * @param differenceKwh observed less expected energy, summed over the days on which it was seen; not-a-number where
 *                      nobody knows
 * @param explainedBy   the greater anomaly that it turned out to be part of; null where there is none
 */
public record AnomalyEvent(AnomalyKind kind, int fromCell, int toCell, int firstSeenDay, int lastSeenDay, double score,
        double observedKwh, double differenceKwh, Cause cause, String sentence, AnomalyKind explainedBy) {

    private static final double BEYOND_DOUBT = Math.log(8);

    static AnomalyEvent of(Sighting sighting, int day) {
        return new AnomalyEvent(
                sighting.kind(),
                sighting.fromCell(),
                sighting.toCell(),
                day,
                day,
                sighting.score(),
                sighting.observedKwh(),
                sighting.observedKwh() - sighting.expectedKwh(),
                sighting.cause(),
                sighting.sentence(),
                null);
    }

    /** It goes on. The sentence is that of the highest score. */
    AnomalyEvent and(Sighting sighting, int day) {
        boolean higher = sighting.score() > score;
        double observed = day == lastSeenDay ? observedKwh : observedKwh + sighting.observedKwh();
        double difference = day == lastSeenDay ? differenceKwh : differenceKwh + sighting.observedKwh()
                - sighting.expectedKwh();
        return new AnomalyEvent(kind, Math.min(fromCell, sighting.fromCell()), Math.max(toCell, sighting.toCell()),
                firstSeenDay, day,
                Math.max(score, sighting.score()), observed, difference, higher ? sighting.cause() : cause,
                higher ? sighting.sentence() : sentence, explainedBy);
    }

    /** It ends before a cell, if it does not begin after it. */
    AnomalyEvent until(int cell) {
        return cell <= fromCell || cell >= toCell ? this : new AnomalyEvent(kind, fromCell, cell, firstSeenDay,
                lastSeenDay, score, observedKwh, differenceKwh, cause, sentence, explainedBy);
    }

    AnomalyEvent explained(AnomalyKind by) {
        return new AnomalyEvent(
                kind,
                fromCell,
                toCell,
                firstSeenDay,
                lastSeenDay,
                score,
                observedKwh,
                differenceKwh,
                cause,
                sentence,
                by);
    }

    /** The same as a change of operation. */
    AnomalyEvent accepted() {
        return new AnomalyEvent(kind, fromCell, toCell, firstSeenDay, lastSeenDay, score, observedKwh, differenceKwh,
                Cause.OPERATION, sentence, explainedBy);
    }

    /**
     * Whether the meter is wrong beyond doubt, so that its readings are suspect: they repeat to the last digit, or all
     * hours are eight times as high or as low as they were.
     */
    @JsonIgnore
    public boolean isBeyondDoubt() {
        return isOwn() && cause == Cause.METER && (kind == AnomalyKind.FROZEN
                || kind == AnomalyKind.LEVEL && score >= BEYOND_DOUBT);
    }

    /** Whether it is an anomaly of its own and not part of a greater one. */
    @JsonIgnore
    public boolean isOwn() {
        return explainedBy == null;
    }
}
