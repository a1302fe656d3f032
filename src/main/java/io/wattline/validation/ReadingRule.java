package io.wattline.validation;

import io.wattline.reading.Reading;

/** One rule with the limits for one channel. */
@FunctionalInterface
interface ReadingRule {

    /**
     * Adds what is wrong with the reading to {@code findings}.
     *
     * @param slots number of slots whose energy the reading has, usually 1
     */
    void check(Reading reading, int slots, Neighbours neighbours, RuleViolations findings);
}
