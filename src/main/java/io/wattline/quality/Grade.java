package io.wattline.quality;

/** A grade: A is best, F is worst; there is no E. */
public enum Grade {
    A, B, C, D, F;

    /** The worse of two. */
    public Grade atBest(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
