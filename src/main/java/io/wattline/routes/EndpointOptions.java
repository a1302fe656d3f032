package io.wattline.routes;

import io.wattline.routes.EndpointAddresses.Wrong;
import io.wattline.routes.RoutePolicy.EndpointPolicy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Options of endpoints: those that {@code config/routes.yaml} lists.
 *
 * @param placeholders what {@code {{key}}} stands for
 */
record EndpointOptions(RoutePolicy policy, Placeholders placeholders) {

    /** What is wrong with an option of an address of this kind. */
    Optional<Wrong> wrong(String kind, String name, String written) {
        EndpointPolicy endpoint = policy.endpoints().get(kind);
        List<String> allowed = endpoint == null ? List.of() : endpoint.options();
        if (!RoutePolicy.lists(allowed, name)) {
            return Optional.of(new Wrong("option '" + name + "' of " + kind + ":", new TreeSet<>(allowed)
                    + RoutePolicy.WHERE));
        }
        String only = RoutePolicy.onlyValue(allowed, name);
        String value = placeholders.resolved(written).strip();
        boolean isRight = only == null ? isPlain(value) : only.equals(value);
        return isRight
                ? Optional.empty()
                : Optional.of(new Wrong("option '" + name + "=" + written.strip() + "' of " + kind + ":",
                        (only == null ? "a plain value" : only) + RoutePolicy.WHERE));
    }

    /** Whether Camel uses the value literally: it is no bean, function, placeholder or raw value. */
    static boolean isPlain(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return !value.startsWith("#")
                && !value.contains("$")
                && !value.contains("{{")
                && !lower.contains("raw(")
                && !lower.contains("raw{")
                && !lower.startsWith("resource:");
    }

    /** Checks an address from which Camel is about to make an endpoint; Camel has percent-encoded it. */
    private static String decoded(String value) {
        try {
            return value.indexOf('%') < 0 ? value : URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    /** What is wrong with the options behind the question mark of an address. */
    Optional<Wrong> wrong(String kind, String query) {
        if (query == null || query.isEmpty()) {
            return Optional.empty();
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            Optional<Wrong> wrong = wrong(kind, equals < 0 ? pair : pair.substring(0, equals),
                    equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }
}
