package io.wattline.logging;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must not be seen in a log: the secret values of this process, and whatever stands where secrets usually stand.
 * Logback makes its converters itself, so the values are kept for the whole process.
 */
public final class Secrets {

    public static final String MASK = "***";
    /** A shorter value is a word of ordinary text: to mask it would make logs unreadable and give it away. */
    static final int LENGTH_MIN = 4;

    private static final List<Pattern> PLACES = List.of(
            Pattern.compile(
                    "(?i)((?:authorization|x-eniscope-token|x-eniscope-api)[\"']?\\s*[:=]\\s*[\"']?"
                            + "(?:basic\\s+|bearer\\s+)?)[^\\s\"',;\\]}]+"),
            Pattern.compile("(://[^/?#\\s:@]*:)[^/?#\\s@]+(?=@)"),
            Pattern.compile("(?i)([?&](?:password|token|secret)=)[^&\\s\"']+"),
            Pattern.compile("(?i)(https://hooks\\.slack\\.com/)[^\\s\"']+"));

    private static volatile List<String> values = List.of();

    private Secrets() {
    }

    /** From now on these values are masked, beside those named before. */
    public static synchronized void hide(Collection<String> secrets) {
        values = Stream.concat(values.stream(), secrets.stream())
                .filter(secret -> secret.length() >= LENGTH_MIN)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** The text without secrets. */
    public static String masked(String text) {
        String masked = text;
        for (String secret : values) {
            masked = masked.replace(secret, MASK);
        }
        for (Pattern place : PLACES) {
            masked = place.matcher(masked).replaceAll("$1" + MASK);
        }
        return masked;
    }
}
