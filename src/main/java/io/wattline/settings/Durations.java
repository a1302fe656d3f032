package io.wattline.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as they are written in settings and options: {@code 500ms}, {@code 30s}, {@code 15m}, {@code 2h},
 * {@code 7d}.
 */
public final class Durations {

    public static final String ALLOWED = "a whole number and a unit of ms, s, m, h "
            + "or d, such as 500ms, 30s, 15m, 2h, 7d";
    /** Nine digits of any unit fit a {@link Duration} with room to spare. */
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private Durations() {
    }

    /** The length, or nothing where the text is not written like one. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(of(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** Several, separated by commas, each of which must be written like one. */
    static List<Duration> parseAll(String text) {
        return Arrays.stream(text.split(",")).map(each -> parse(each).orElseThrow()).toList();
    }

    /** As it is written in a settings file, in the largest unit that is exact: {@code 36h}, {@code 7d}. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1_000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1_000;
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /**
     * For people, cut to two units, the second where it is not 0: {@code 3 d 4 h}, {@code 1 d}, {@code 1 h 30 m},
     * {@code 12 s}; {@code 0 s} below a second.
     */
    public static String humane(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= 86_400) {
            return units(seconds / 86_400, " d", seconds % 86_400 / 3_600, " h");
        }
        if (seconds >= 3_600) {
            return units(seconds / 3_600, " h", seconds % 3_600 / 60, " m");
        }
        return seconds >= 60 ? units(seconds / 60, " m", seconds % 60, " s") : seconds + " s";
    }

    private static String units(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : " " + small + smallUnit);
    }
}
