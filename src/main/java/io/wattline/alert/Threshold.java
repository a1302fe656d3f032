package io.wattline.alert;

import io.wattline.settings.Durations;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The limit of a condition: {@code 5}, {@code 5 %}, {@code 1h}, {@code 4 intervals} of the channel, {@code all
 * expected} or {@code 75 % of expected}, where the contracts of the channels state what is expected.
 *
 * @param amount a number, a share (0 to 1) or seconds
 */
record Threshold(Kind kind, double amount, String text) {

    enum Kind { NUMBER, SHARE, TIME, INTERVALS, OF_EXPECTED }

    private static final String NUMBER = "(\\d{1,12}(?:\\.\\d{1,6})?)";
    private static final Pattern PLAIN = Pattern.compile(NUMBER);
    private static final Pattern PERCENT = Pattern.compile(NUMBER + "\\s*%");
    private static final Pattern INTERVALS = Pattern.compile(NUMBER + "\\s*intervals?");
    private static final Pattern OF_EXPECTED = Pattern.compile(NUMBER + "\\s*% of expected");

    /** Reads the text after the sign; {@link ConditionException} names what the measure allows. */
    static Threshold parse(String text, Measure measure) {
        Threshold threshold = read(text).orElseThrow(() -> wrong(text, measure));
        boolean fits = switch (threshold.kind) {
            case NUMBER -> measure.unit() == Measure.Unit.COUNT;
            case SHARE -> measure.unit() == Measure.Unit.SHARE;
            case TIME -> measure.unit() == Measure.Unit.TIME;
            case INTERVALS -> measure == Measure.LAST_READING_AGE || measure == Measure.NEWEST_READING_AGE
                    || measure == Measure.GAP_HOURS;
            case OF_EXPECTED -> measure == Measure.ACTIVE_CHANNELS || measure == Measure.READINGS_IN_LAST;
        };
        if (!fits) {
            throw wrong(text, measure);
        }
        return threshold;
    }

    private static Optional<Threshold> read(String text) {
        if (text.equals("all expected")) {
            return Optional.of(new Threshold(Kind.OF_EXPECTED, 1, text));
        }
        Optional<Duration> time = Durations.parse(text);
        if (time.isPresent()) {
            return Optional.of(new Threshold(Kind.TIME, time.get().toMillis() / 1000.0, text));
        }
        return read(OF_EXPECTED, text, Kind.OF_EXPECTED, 100).or(() -> read(PERCENT, text, Kind.SHARE, 100))
                .or(() -> read(INTERVALS, text, Kind.INTERVALS, 1))
                .or(() -> read(PLAIN, text, Kind.NUMBER, 1));
    }

    private static Optional<Threshold> read(Pattern pattern, String text, Kind kind, double divisor) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches()
                ? Optional.of(new Threshold(kind, Double.parseDouble(matcher.group(1)) / divisor, text))
                : Optional.empty();
    }

    private static ConditionException wrong(String text, Measure measure) {
        return new ConditionException("'" + text + "' after " + measure.word(), switch (measure.unit()) {
            case TIME -> "a length of time such as 90s, 15m, 4h"
                    + (measure == Measure.METADATA_AGE || !measure.ofDatabase() ? ""
                    : ", or a number of the channel's intervals, such as 4 intervals");
            case SHARE -> "a share such as 5 % or 99.5 %";
            default -> measure == Measure.ACTIVE_CHANNELS || measure == Measure.READINGS_IN_LAST
                    ? "a number, 'all expected', or a share such as 75 % of expected" : "a number such as 10";
        });
    }

    /**
     * The limit for what was measured, in the unit of its value; NaN where the value to which it is relative is
     * unknown.
     */
    double limit(Measurement measured) {
        return switch (kind) {
            case INTERVALS -> amount * measured.intervalSeconds();
            case OF_EXPECTED -> amount * measured.expected();
            default -> amount;
        };
    }
}
