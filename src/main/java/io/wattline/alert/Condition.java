package io.wattline.alert;

import io.wattline.settings.Durations;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a rule fires: {@code measure > threshold}, {@code measure(1h) < threshold}, or for a measure that is true or
 * false {@code measure} and {@code measure(kind)} alone. Signs: {@code > >= < <= =}.
 *
 * @param sign      null for a flag
 * @param threshold null for a flag
 */
record Condition(MeasureRequest request, String sign, Threshold threshold, String text) {

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z_]+)\\s*(?:\\(\\s*([^)]*?)\\s*\\))?\\s*(?:([<>=!]+)\\s*(.*))?");
    private static final List<String> SIGNS = List.of(">", ">=", "<", "<=", "=");

    /** {@link ConditionException} where it cannot be read. */
    static Condition parse(String written) {
        String text = written.strip().replaceAll("\\s+", " ");
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new ConditionException("'" + text + "'",
                    "measure, sign, threshold, such as last_reading_age > 4 intervals, or "
                            + "readings_in_last(1h) < all expected");
        }
        Measure measure = measure(form.group(1));
        MeasureRequest request = request(measure, form.group(2));
        String sign = form.group(3);
        if (measure.unit() == Measure.Unit.FLAG) {
            if (sign != null) {
                throw new ConditionException("'" + sign + " " + form.group(4) + "' after " + measure.word(),
                        "nothing: the condition is true or false");
            }
            return new Condition(request, null, null, text);
        }
        if (sign == null || !SIGNS.contains(sign)) {
            throw new ConditionException(sign == null ? "no comparison after " + request : "'" + sign + "'", "one of "
                    + String.join(" ", SIGNS) + " and a threshold");
        }
        return new Condition(request, sign, Threshold.parse(form.group(4), measure), text);
    }

    private static Measure measure(String word) {
        return Arrays.stream(Measure.values()).filter(measure -> measure.word().equals(word)).findFirst()
                .orElseThrow(() -> new ConditionException("the unknown measure '" + word + "'", "one of "
                + Arrays.stream(Measure.values()).map(Measure::word).toList()));
    }

    private static MeasureRequest request(Measure measure, String argument) {
        return switch (measure.takes()) {
            case NOTHING -> {
                if (argument != null) {
                    throw new ConditionException("(" + argument + ") after " + measure.word(), "brackets only after "
                            + Measure.words(Measure.Takes.LENGTH) + " and "
                            + Measure.words(Measure.Takes.KIND));
                }
                yield new MeasureRequest(measure, null, null);
            }
            case LENGTH -> new MeasureRequest(measure, Durations.parse(String.valueOf(argument))
                    .filter(length -> !length.isZero()).orElseThrow(() ->
                    new ConditionException(argument == null ? "no length after " + measure.word() : "(" + argument
                            + ") after " + measure.word(),
                            "how far back it looks, such as " + measure.word() + "(1h)")), null);
            case KIND -> {
                if (argument == null || !argument.matches("[a-z][a-z0-9_-]*")) {
                    throw new ConditionException("no kind after " + measure.word(), "which, such as " + measure.word()
                            + "(dead)");
                }
                yield new MeasureRequest(measure, null, argument);
            }
        };
    }

    /** Whether it holds; false where the value to which the threshold is relative is unknown or zero. */
    boolean holds(Measurement measured) {
        if (sign == null) {
            return measured.value() != 0;
        }
        double limit = threshold.limit(measured);
        if (Double.isNaN(limit) || threshold.kind() == Threshold.Kind.OF_EXPECTED && measured.expected() == 0) {
            return false;
        }
        return switch (sign) {
            case ">" -> measured.value() > limit;
            case ">=" -> measured.value() >= limit;
            case "<" -> measured.value() < limit;
            case "<=" -> measured.value() <= limit;
            default -> measured.value() == limit;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
