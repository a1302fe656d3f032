package io.wattline.discovery;

import java.util.Locale;
import java.util.regex.Pattern;

/** What documents may show of a value: its form, or the word where the value is one of a few words. */
final class ValueMask {

    /** Names, addresses and ids are personal, however few there are. */
    private static final Pattern PERSONAL = Pattern.compile(
            "(?i).*(name|mail|address|description|label|recipients|phone|fax|city|state|country|postcode|lat|lng|logo"
                    + "|code|key|token|login|self|links|note|by|ts)$|.*id$|.*(registered|renewed|expires|uuid).*");

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z _/-]{0,23}|[0-9]");

    private ValueMask() {
    }

    /** Letters become x, digits 9, the rest stays: {@code a@example.org} becomes {@code x@xxxxxxx.xxx}. */
    static String of(String value) {
        String masked = value.codePoints().map(c -> Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'x' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return masked.length() > 60 ? masked.substring(0, 60) + "..." : masked;
    }

    /** Whether a value may be shown as one of an enumeration. */
    static boolean isWord(String property, String value) {
        return !PERSONAL.matcher(property.toLowerCase(Locale.ROOT)).matches() && WORD.matcher(value).matches();
    }
}
