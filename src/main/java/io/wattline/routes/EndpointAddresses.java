package io.wattline.routes;

import io.wattline.routes.RoutePolicy.EndpointPolicy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.support.EndpointHelper;

/** Which addresses of endpoints {@code config/routes.yaml} allows, with their options. */
public final class EndpointAddresses {

    private static final Pattern FORM = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*+)(?::([^?]*+)(?:\\?(.*))?)?",
            Pattern.DOTALL);
    private static final Pattern FUNCTION = Pattern.compile("\\$\\{[^{}$]*+}");
    /** Of a host, without a user, a fragment or a percent sign that could hide another host. */
    private static final Pattern HOST =
            Pattern.compile("(?://)?([A-Za-z0-9][A-Za-z0-9.-]*+)(?::\\d{1,5}+)?(?:/[\\w./~%+,;=:-]*+)?");
    private static final Pattern NAME = Pattern.compile("[\\w./*-]*+");
    private static final Pattern PATH = Pattern.compile("[\\w./-]*+");

    private final RoutePolicy policy;
    private final Placeholders placeholders;
    private final EndpointOptions options;
    private final Set<String> whole = new HashSet<>();

    /**
     * What is wrong with an address.
     *
     * @param allowed what would be right
     */
    record Wrong(String found, String allowed) {
    }

    EndpointAddresses(RoutePolicy policy, Placeholders placeholders) {
        this.policy = policy;
        this.placeholders = placeholders;
        options = new EndpointOptions(policy, placeholders);
        policy.addresses().stream().filter(placeholders::isSetting).forEach(key -> {
            String address = placeholders.resolved("{{" + key + "}}");
            whole.add(address);
            whole.add(EndpointHelper.normalizeEndpointUri(address));
        });
    }

    /** What is wrong with an address as it stands in a file. Functions of Simple in its path stand for one name. */
    Optional<Wrong> inFile(String written) {
        String key = Placeholders.onlyKey(written);
        return key != null && policy.addresses().contains(key)
                ? Optional.empty()
                : named(FUNCTION.matcher(placeholders.resolved(written.strip())).replaceAll("x"));
    }

    private Optional<Wrong> named(String address) {
        String name = address.replaceFirst("\\?.*", "").replaceFirst("^[^:]*:", "");
        EndpointPolicy endpoint = policy.endpoints().get(address.replaceFirst(":.*", ""));
        boolean isInternal = endpoint != null && endpoint.only().isEmpty() && endpoint.hosts() == null;
        return isInternal && !NAME.matcher(name).matches()
                ? Optional.of(new Wrong("the name '" + name + "'", "letters, digits and - . / _"))
                : wrong(address);
    }

    /** What is wrong with an address that Camel is about to make an endpoint of. */
    Optional<Wrong> made(String address) {
        return whole.contains(address) ? Optional.empty() : wrong(address.strip());
    }

    /** What is wrong with an option of an address of this kind. */
    Optional<Wrong> option(String kind, String name, String written) {
        return options.wrong(kind, name, written);
    }

    private Optional<Wrong> wrong(String address) {
        Matcher form = FORM.matcher(address);
        String kind = form.matches() ? form.group(1) : address.replaceFirst(":.*", "");
        EndpointPolicy endpoint = form.matches() ? policy.endpoints().get(kind) : null;
        if (endpoint == null) {
            String reason = policy.refused().get(kind);
            return Optional.of(new Wrong(
                    "endpoint '" + kind + ":', " + (reason == null ? "which is not on the list" : "which " + reason),
                    new TreeSet<>(policy.endpoints().keySet()) + RoutePolicy.WHERE));
        }
        String rest = form.group(2) == null ? "" : form.group(2).replaceFirst("^//", "");
        return path(kind, rest, endpoint).or(() -> options.wrong(kind, form.group(3)));
    }

    private Optional<Wrong> path(String kind, String rest, EndpointPolicy endpoint) {
        if (rest.contains("{{") || rest.contains("$")) {
            return Optional.of(new Wrong("'" + kind + ":" + rest + "'", "a name without functions"));
        }
        if (endpoint.hosts() != null) {
            return host(kind, rest, endpoint);
        }
        return isWithin(rest, endpoint.only())
                ? Optional.empty()
                : Optional.of(new Wrong("'" + kind + ":" + rest + "'",
                        kind + ": followed by " + String.join(" or ", endpoint.only()) + RoutePolicy.WHERE));
    }

    private Optional<Wrong> host(String kind, String rest, EndpointPolicy endpoint) {
        Matcher host = HOST.matcher(rest);
        List<String> allowed = Arrays.stream(placeholders.resolved(endpoint.hosts()).split(","))
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty())
                .toList();
        return host.matches() && allowed.contains(host.group(1).toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(new Wrong("the host of '" + kind + "://" + rest.replaceFirst("[/?].*", "") + "'",
                        "the hosts of setting routes.http.hosts: " + allowed));
    }

    private boolean isWithin(String rest, List<String> beginnings) {
        return beginnings.isEmpty()
                || beginnings.stream().map(placeholders::resolved).anyMatch(beginning -> isBelow(rest, beginning));
    }

    private static boolean isBelow(String rest, String beginning) {
        String folder = beginning.endsWith("/") ? beginning : beginning + "/";
        if (!rest.startsWith(folder)) {
            return rest.equals(beginning);
        }
        String below = rest.substring(folder.length());
        return PATH.matcher(below).matches() && !below.contains("..");
    }
}
