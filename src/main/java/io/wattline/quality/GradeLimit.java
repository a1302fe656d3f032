package io.wattline.quality;

/**
 * A threshold besides the dimensions.
 *
 * @param below  the limit is kept while the figure is below it; a share, or seconds
 * @param atBest the best grade where it is broken
 */
public record GradeLimit(double below, Grade atBest) {

    boolean isBrokenBy(double found) {
        return found >= below;
    }
}
