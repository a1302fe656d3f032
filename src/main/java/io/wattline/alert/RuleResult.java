package io.wattline.alert;

/** What a rule found about a subject, and how it words that for people. */
record RuleResult(AlertSubject subject, Verdict verdict, String text) {

    enum Verdict {
        /** The condition holds. */
        HOLDS,
        /** The condition no longer holds, but {@code clear} does not hold yet (hysteresis). */
        BETWEEN,
        /** The condition is cleared. */
        CLEARED,
        /** The value is unknown. The alert stays as it was. */
        UNKNOWN
    }
}
