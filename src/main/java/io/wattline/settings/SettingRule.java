package io.wattline.settings;

import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.quartz.CronExpression;

/** What a setting may be. */
record SettingRule(String allowed, Predicate<String> accepts) {

    static SettingRule count(long min, long max) {
        String range = max == Integer.MAX_VALUE ? min + " or more" : "from " + min + " to " + max;
        return new SettingRule(
                "a whole number, " + range,
                text -> text.matches("\\d{1,10}") && Long.parseLong(text) >= min && Long.parseLong(text) <= max);
    }

    /** A number within bounds that are written like it; an empty one does not bound. */
    static SettingRule number(String min, String max) {
        double least = min.isEmpty() ? -Double.MAX_VALUE : Double.parseDouble(min);
        double most = max.isEmpty() ? Double.MAX_VALUE : Double.parseDouble(max);
        String bounds = (min.isEmpty() ? "" : ", at least " + min) + (max.isEmpty() ? "" : ", at most " + max);
        return new SettingRule("a number, such as 0.5" + bounds, text -> text.matches("[+-]?\\d{1,15}(\\.\\d{1,15})?")
                && Double.parseDouble(text) >= least && Double.parseDouble(text) <= most);
    }

    /** A length of time within bounds that are written like it; an empty one does not bound. */
    static SettingRule duration(String min, String max) {
        Optional<Duration> least = min.isEmpty() ? Optional.empty() : Durations.parse(min);
        Optional<Duration> most = max.isEmpty() ? Optional.empty() : Durations.parse(max);
        String bounds = (min.isEmpty() ? "" : ", at least " + min) + (max.isEmpty() ? "" : ", at most " + max);
        return new SettingRule(Durations.ALLOWED + bounds, text -> Durations.parse(text)
                .filter(found -> least.map(bound -> found.compareTo(bound) >= 0).orElse(true))
                .filter(found -> most.map(bound -> found.compareTo(bound) <= 0).orElse(true)).isPresent());
    }

    /** Several lengths above 0, each longer than the one before. */
    static SettingRule durationsAscending() {
        return new SettingRule("lengths of time above 0, separated by commas, each longer than the one before, such "
                + "as 1h,6h,1d,7d", SettingRule::isAscending);
    }

    static SettingRule flag() {
        return new SettingRule("true or false", List.of("true", "false")::contains);
    }

    static SettingRule oneOf(String... choices) {
        return new SettingRule("one of " + String.join(", ", choices), List.of(choices)::contains);
    }

    static SettingRule cron() {
        return new SettingRule("a Quartz cron with six or seven fields, such as 0 0/15 * * * ?", SettingRule::isCron);
    }

    static SettingRule httpUrl() {
        return new SettingRule("a URL that starts with http:// or https:// and names a host", SettingRule::isHttpUrl);
    }

    static SettingRule text() {
        return new SettingRule("some text", text -> !text.isEmpty());
    }

    /** The problem with the value: who, what was found, what is allowed, where to change it. A secret is not shown. */
    Optional<String> problem(String key, String value) {
        if (accepts.test(value)) {
            return Optional.empty();
        }
        String found = value.isEmpty()
                ? "is not set"
                : SecretKeys.isSecret(key) ? "holds something else (not shown)" : "is '" + value + "'";
        return Optional.of(key + " " + found + "; allowed: " + allowed + ". " + place(key));
    }

    static String place(String key) {
        String variable = "the environment variable " + Settings.variable(key);
        return "Set it with "
                + (SecretKeys.isSecret(key) ? variable : variable + " or in config/application.properties") + ".";
    }

    private static boolean isAscending(String text) {
        Duration last = Duration.ZERO;
        for (String each : text.split(",", -1)) {
            Duration next = Durations.parse(each).orElse(Duration.ZERO);
            if (next.compareTo(last) <= 0) {
                return false;
            }
            last = next;
        }
        return true;
    }

    private static boolean isCron(String text) {
        try {
            return new CronExpression(text).getNextValidTimeAfter(new Date()) != null;
        } catch (ParseException | RuntimeException e) {
            return false;
        }
    }

    private static boolean isHttpUrl(String text) {
        try {
            URI uri = URI.create(text);
            return List.of("http", "https")
                            .contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
                    && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
