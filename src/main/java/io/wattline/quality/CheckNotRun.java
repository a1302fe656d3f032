package io.wattline.quality;

/**
 * A check that has no current result.
 *
 * @param why     for people
 * @param missing whether it should have run; false where it is switched off
 */
public record CheckNotRun(String rule, String why, boolean missing) {

    @Override
    public String toString() {
        return rule + " (" + why + ")";
    }
}
