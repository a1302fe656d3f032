package io.wattline.alert;

import java.time.Duration;

/**
 * What is measured.
 *
 * @param over span that ends now; null where the measure has none
 * @param kind which of several, such as {@code dead}; null where the measure has none
 */
public record MeasureRequest(Measure measure, Duration over, String kind) {

    /** As a condition has it, such as {@code null_rate(24h)}. */
    @Override
    public String toString() {
        return measure.word() + (kind != null ? "(" + kind + ")" : over != null ? "(" + over.toString().substring(2)
                .toLowerCase(java.util.Locale.ROOT) + ")" : "");
    }
}
