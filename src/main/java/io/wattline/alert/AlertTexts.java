package io.wattline.alert;

import io.wattline.settings.Durations;
import java.time.Duration;
import java.util.Locale;

/** Names from the source and figures, as people read them. */
final class AlertTexts {

    private static final int LENGTH_MAX = 200;

    private AlertTexts() {
    }

    /** Without line ends, which would forge a header, and cut after 200 characters. */
    static String oneLine(String text) {
        String line = text == null ? "" : text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
        return line.codePointCount(0, line.length()) <= LENGTH_MAX ? line
                : line.substring(0, line.offsetByCodePoints(0, LENGTH_MAX)) + "...";
    }

    /** For HTML text and attributes. */
    static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Slack's own escaping: {@code & < >}. */
    static String slack(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A value in the unit of its measure. */
    static String figure(Measure.Unit unit, double value) {
        return switch (unit) {
            case TIME -> Durations.humane(Duration.ofMillis((long) (value * 1000)));
            case SHARE -> String.format(Locale.ROOT, "%.1f %%", Math.floor(value * 1000) / 10);
            case COUNT -> String.format(Locale.ROOT, "%,.0f", value);
            case FLAG -> value == 0 ? "no" : "yes";
        };
    }

    /** {@code 1 channel}, {@code 20 channels}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
