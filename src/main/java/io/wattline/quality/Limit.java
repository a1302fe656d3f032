package io.wattline.quality;

/**
 * A threshold of its own beside the dimensions.
 *
 * @param below  what is kept while a figure is below it: a share, or seconds
 * @param atBest the best grade where it is broken
 */
public record Limit(double below, Grade atBest) {

    boolean isBrokenBy(double found) {
        return found >= below;
    }
}
