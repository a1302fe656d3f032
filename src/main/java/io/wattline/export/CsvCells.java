package io.wattline.export;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Cells of CSV. A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers. */
final class CsvCells {

    static final String LINE_END = "\r\n";
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\t\r].*");
    private static final Pattern QUOTED = Pattern.compile("(?s).*[\",\r\n].*");

    private CsvCells() {
    }

    /** Empty for null. */
    static String cell(Object value) {
        return value == null ? "" : value instanceof Number ? value.toString() : text(value.toString());
    }

    static String text(String text) {
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return QUOTED.matcher(harmless).matches() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    /** The name of a column, followed by its unit where the name does not say it: {@code thd_voltage [%]}. */
    static String header(String column, Map<String, String> units) {
        String unit = units.get(column);
        boolean said = unit == null || column.matches(".*_" + Pattern.quote(unit.toLowerCase(Locale.ROOT)) + "(_.*)?");
        return said ? column : column + " [" + unit + "]";
    }
}
