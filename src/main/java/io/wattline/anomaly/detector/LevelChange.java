package io.wattline.anomaly.detector;

/**
 * A change of level that nobody has answered. Its reference stays as it was before the change.
 *
 * @param fromDay   first day of the new level
 * @param logRatio  of the new level to the reference, natural logarithm
 * @param reference profile of the weeks before the change
 */
record LevelChange(int fromDay, double logRatio, WeekProfile reference, Cause cause) {

    LevelChange accepted() {
        return new LevelChange(fromDay, logRatio, reference, Cause.OPERATION);
    }

    boolean isMeter() {
        return cause == Cause.METER;
    }
}
