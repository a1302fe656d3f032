package io.wattline.logging;

/** Text that stays on its line: data can neither forge a second one nor steer a terminal. */
public final class OneLine {

    private OneLine() {
    }

    /** The text with line ends, tabs and other control characters escaped. */
    public static String escaped(String text) {
        if (text.chars().noneMatch(OneLine::isControl)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length() + 16);
        text.chars().forEach(character -> append(line, (char) character));
        return line.toString();
    }

    private static void append(StringBuilder line, char character) {
        switch (character) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> line.append(
                    isControl(character) ? String.format("\\u%04x", (int) character) : String.valueOf(character));
        }
    }

    /** Also the line and paragraph separators of Unicode, and what turns the direction of writing. */
    private static boolean isControl(int character) {
        return Character.isISOControl(character) || character >= '\u2028' && character <= '\u202e';
    }
}
