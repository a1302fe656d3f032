package io.wattline.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON fit for a {@code jsonb} column. What JSON allows and {@code jsonb} refuses would otherwise keep everything out
 * that comes with it: the character NUL, half a surrogate pair (both become U+FFFD), and numbers beyond PostgreSQL's
 * {@code numeric} (they become texts).
 */
public final class Jsonb {

    /**
     * {@code numeric} ends at 131,072 digits before and 16,383 after the point; nothing that measures comes near these.
     */
    private static final int DIGITS_MAX = 1000;
    private static final int EXPONENT_DIGITS_MAX = 4;

    /** An escaped backslash or a whole surrogate pair (kept), else NUL or half a pair. */
    private static final Pattern ESCAPES = Pattern.compile(
            "(\\\\\\\\|\\\\u[dD][89abAB]\\p{XDigit}{2}\\\\u[dD][c-fC-F]\\p{XDigit}{2})|\\\\u0000"
                    + "|\\\\u[dD][89a-fA-F]\\p{XDigit}{2}");
    /** Only where one of these stands is the text looked at number by number. */
    private static final Pattern PERHAPS_TOO_LARGE =
            Pattern.compile("\\d[eE][+-]?\\d{" + (EXPONENT_DIGITS_MAX + 1) + "}|[\\d.]{" + DIGITS_MAX + "}");

    private Jsonb() {
    }

    /** The same JSON, whole or a part of one that begins and ends between tokens. */
    public static String fit(String json) {
        String text = json.contains("\\u")
                ? ESCAPES.matcher(json)
                        .replaceAll(m -> Matcher.quoteReplacement(m.group(1) == null ? "\\ufffd" : m.group(1)))
                : json;
        return PERHAPS_TOO_LARGE.matcher(text).find() ? withoutLargeNumbers(text) : text;
    }

    private static String withoutLargeNumbers(String json) {
        StringBuilder fit = new StringBuilder(json.length() + 2);
        int at = 0;
        while (at < json.length()) {
            char first = json.charAt(at);
            int end = first == '"' ? endOfText(json, at) : isOfNumber(first) ? endOfNumber(json, at) : at + 1;
            String token = json.substring(at, end);
            fit.append(isOfNumber(first) && isTooLarge(token) ? "\"" + token + "\"" : token);
            at = end;
        }
        return fit.toString();
    }

    private static int endOfText(String json, int start) {
        int at = start + 1;
        while (at < json.length() && json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, json.length());
    }

    private static int endOfNumber(String json, int start) {
        int at = start;
        while (at < json.length() && (isOfNumber(json.charAt(at)) || "+.eE".indexOf(json.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private static boolean isOfNumber(char character) {
        return character == '-' || character >= '0' && character <= '9';
    }

    private static boolean isTooLarge(String number) {
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        return number.length() > DIGITS_MAX
                || exponent >= 0
                        && number.substring(exponent + 1)
                                        .replaceFirst("[+-]", "")
                                        .length()
                                > EXPONENT_DIGITS_MAX;
    }
}
