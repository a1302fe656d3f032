package io.wattline.quality;

/**
 * A rule over stored readings that says nothing of now.
 *
 * @param why     for people
 * @param missing whether it should have run; false where it is switched off
 */
public record RuleNotRun(String rule, String why, boolean missing) {

    @Override
    public String toString() {
        return rule + " (" + why + ")";
    }
}
