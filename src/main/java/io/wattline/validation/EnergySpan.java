package io.wattline.validation;

/**
 * The number of slots whose energy a reading has.
 *
 * @param slots  1 for its own, more after a gap; 2 where the number is unknown; 0 where its energy is in a later slot
 * @param method the text for {@code quality_method}; null for its own slot only
 */
record EnergySpan(int slots, String method) {

    static final EnergySpan OWN = new EnergySpan(1, null);
}
