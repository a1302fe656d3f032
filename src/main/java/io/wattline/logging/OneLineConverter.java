package io.wattline.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;

/** {@code %oneLine(...)}: control characters are written as escapes, so that an event is one line and data cannot forge another or steer a terminal. */
public final class OneLineConverter extends CompositeConverter<ILoggingEvent> {

    @Override
    protected String transform(ILoggingEvent event, String in) {
        return escaped(in);
    }

    /** The text with line ends, tabs and other control characters escaped. */
    public static String escaped(String text) {
        if (text.chars().noneMatch(OneLineConverter::isControl)) {
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
            default -> line.append(isControl(character) ? String.format("\\u%04x", (int) character) : String.valueOf(character));
        }
    }

    /** Also the line and paragraph separators of Unicode. */
    private static boolean isControl(int character) {
        return Character.isISOControl(character) || character == '\u2028' || character == '\u2029';
    }
}
