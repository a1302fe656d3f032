package io.wattline.validation;

import io.wattline.reading.Reading;

/** One rule with the limits that hold for one channel. */
@FunctionalInterface
interface ReadingRule {

    /**
     * Adds to {@code findings} whatever is wrong with the reading.
     *
     * @param slots how many slots its energy covers: 1, or more where it caught up
     */
    void check(Reading reading, int slots, Neighbours neighbours, RuleViolations findings);
}
