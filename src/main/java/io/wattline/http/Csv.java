package io.wattline.http;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Cells of CSV. A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers. */
final class Csv {

    static final String LINE_END = "\r\n";
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\t\r].*");
    private static final Pattern QUOTED = Pattern.compile("(?s).*[\",\r\n].*");

    private Csv() {
    }

    /** Empty where it is null. */
    static String cell(Object value) {
        return value == null ? "" : value instanceof Number ? value.toString() : text(value.toString());
    }

    static String text(String text) {
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return QUOTED.matcher(harmless).matches() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    /** The name of a column, with its unit behind it where the name does not say it: {@code thd_voltage [%]}. */
    static String header(String column, Map<String, String> units) {
        String unit = units.get(column);
        return unit == null || column.matches(".*_" + Pattern.quote(unit.toLowerCase(Locale.ROOT)) + "(_.*)?") ? column : column + " [" + unit + "]";
    }
}
