package io.wattline.alert;

/** What a rule has found of somebody, and what it says about it to people. */
record RuleResult(AlertSubject subject, Verdict verdict, String text) {

    enum Verdict {
        /** The condition holds. */
        SO,
        /** Neither does it hold, nor is it over (hysteresis). */
        BETWEEN,
        /** It does not hold. */
        NOT_SO,
        /** Nobody can say: everything stays as it was. */
        UNKNOWN
    }
}
