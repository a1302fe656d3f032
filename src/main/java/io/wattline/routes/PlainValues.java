package io.wattline.routes;

import io.wattline.routes.EndpointAddresses.Wrong;
import io.wattline.yaml.YamlValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Single values of a file that Camel uses literally: names, numbers, classes of exceptions, constants. */
record PlainValues(RoutePolicy policy) {

    private static final Pattern OUR_EXCEPTION = Pattern.compile("io\\.wattline(?:\\.[a-z]+)+\\.[A-Z]\\w*Exception");
    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z][A-Za-z0-9]*+");
    private static final Pattern HEADERS = Pattern.compile("[A-Za-z0-9*.-]++");
    /** {@link SimpleTexts} and {@link Reach} check these; a description is for people. */
    private static final Set<String> LOOKED_AT_ELSEWHERE =
            Set.of("uri", "deadLetterUri", "description", "message", "method");

    /** What is wrong with the class of an exception. */
    Optional<Wrong> exception(YamlValue value) {
        boolean isAllowed = !value.isMap()
                && !value.isList()
                && (policy.exceptions().contains(value.text()) || OUR_EXCEPTION.matcher(value.text()).matches());
        return isAllowed
                ? Optional.empty()
                : wrong("an exception that is not on the list", policy.exceptions() + ", and exceptions of Wattline"
                        + RoutePolicy.WHERE);
    }

    /** What is wrong with a constant. */
    Optional<Wrong> constant(String text) {
        return isPlain(text) ? Optional.empty() : wrong("the constant '" + text + "'", "a plain value");
    }

    /** @param only the value that is allowed; null where others are */
    Optional<Wrong> text(String kind, String key, YamlValue value, String only) {
        if (value.isMap() || value.isList()) {
            return wrong("'" + key + "' of " + kind + ", which is no single value", key + ": value");
        }
        String text = value.text();
        if (only != null && !only.equals(text)) {
            return wrong("'" + text + "' as " + key, only + RoutePolicy.WHERE);
        }
        if (key.equals("name")) {
            return name(kind, text);
        }
        if (key.toLowerCase(Locale.ROOT).endsWith("pattern") && !HEADERS.matcher(text).matches()) {
            return wrong("pattern '" + text + "'", "a name, or the beginning of names with a star");
        }
        return LOOKED_AT_ELSEWHERE.contains(key) || isPlain(text)
                ? Optional.empty()
                : wrong("'" + text + "' as " + key, "a plain value");
    }

    private Optional<Wrong> name(String kind, String text) {
        if (kind.equals("setHeader")) {
            return policy.headers().contains(text)
                    ? Optional.empty()
                    : wrong("header '" + text + "'", new TreeSet<>(policy.headers()) + RoutePolicy.WHERE);
        }
        return PROPERTY.matcher(text).matches() && !text.regionMatches(true, 0, "camel", 0, "camel".length())
                ? Optional.empty()
                : wrong("property '" + text + "'", "letters and digits, not beginning with Camel");
    }

    /** {@link Placeholders} checks placeholders, once a template has its parameters. */
    private static boolean isPlain(String text) {
        return EndpointOptions.isPlain(text.replace("{{", "").replace("}}", "").strip());
    }

    private static Optional<Wrong> wrong(String found, String allowed) {
        return Optional.of(new Wrong(found, allowed));
    }
}
