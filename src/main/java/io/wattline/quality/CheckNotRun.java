package io.wattline.quality;

/**
 * A check that has no current result.
 *
 * @param why     for people
 * @param missing whether it should have run; false where it is switched off
 */
public record CheckNotRun(String rule, String why, boolean missing) {

    /** Before the first run no check has a result, and none is missing. */
    public static final CheckNotRun NONE_YET = new CheckNotRun("all checks", "not run yet", false);

    @Override
    public String toString() {
        return rule + " (" + why + ")";
    }
}
