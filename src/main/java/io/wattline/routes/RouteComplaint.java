package io.wattline.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToCreateRouteFromTemplateException;
import org.apache.camel.FailedToStartRouteException;

/** What Camel says of a routes file, with the line where it stands. */
final class RouteComplaint {

    static final String ALLOWED = "what Camel's YAML and its components take";
    /** @param located whether the line is that of the culprit, and not only that of its route */
    record Heard(Complaint complaint, boolean located) {
    }

    /** Camel names what it does not know, but not the line. The most precise name comes first. */
    private static final List<Pattern> CULPRITS = List.of(
            Pattern.compile("registry for: ([\\w.-]+)"),
            Pattern.compile("Method with name: (\\w+)"),
            Pattern.compile("Unknown parameters=\\[\\{(\\w+)="),
            Pattern.compile("Property with key \\[([^]]+)]"),
            Pattern.compile("could be found for: ([\\w-]+:)"),
            Pattern.compile("(?:duplicate id detected:) '?([\\w:.-]+)"),
            Pattern.compile("(?:Failed to resolve endpoint|endpoint could be found for): ([\\w-]+:)"));
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private RouteComplaint() {
    }

    static Heard of(String file, String text, Throwable thrown) {
        String reason = RouteCheck.reason(thrown).replaceAll("file:\\S*/(" + Pattern.quote(file) + ")", "$1");
        Matcher named = LINE.matcher(reason);
        String route = route(thrown);
        int start = route == null ? 0 : Math.max(0, first(text.lines().toList(), 0, idOf(route)));
        int line = named.find() ? Integer.parseInt(named.group(1)) : culprit(text, reason, start);
        return new Heard(new Complaint(file, line == 0 ? start + 1 : line, reason, ALLOWED), line > 0);
    }

    /** About no file in particular. */
    static Heard of(Throwable thrown) {
        return new Heard(new Complaint("routes", 0, RouteCheck.reason(thrown), ALLOWED), false);
    }

    static boolean hasRoute(String text, String route) {
        return first(text.lines().toList(), 0, idOf(route)) >= 0;
    }

    private static Pattern idOf(String route) {
        return Pattern.compile("\\b(?:id|routeId):\\s*['\"]?" + Pattern.quote(route) + "['\"]?\\s*(?:[,}].*)?$");
    }

    /** The route that could not be made or started; null where it is none. */
    static String route(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FailedToCreateRouteFromTemplateException failed) {
                return failed.getRouteId();
            }
            if (cause instanceof FailedToCreateRouteException failed) {
                return failed.getRouteId();
            }
            if (cause instanceof FailedToStartRouteException failed) {
                return failed.getRouteId();
            }
        }
        return null;
    }

    /** Where the culprit stands, from {@code start} on; 0 where it is not found. */
    private static int culprit(String text, String reason, int start) {
        List<String> lines = text.lines().toList();
        return culprits(reason).stream()
                .mapToInt(culprit -> first(lines, start, Pattern.compile("(?<![\\w-])" + Pattern.quote(culprit))) + 1)
                .filter(line -> line > 0)
                .findFirst()
                .orElse(0);
    }

    private static List<String> culprits(String reason) {
        List<String> culprits = new ArrayList<>();
        for (Pattern pattern : CULPRITS) {
            pattern.matcher(reason).results().forEach(match -> culprits.add(match.group(1)));
        }
        return culprits;
    }

    private static int first(List<String> lines, int from, Pattern wanted) {
        for (int i = from; i < lines.size(); i++) {
            if (wanted.matcher(lines.get(i)).find()) {
                return i;
            }
        }
        return -1;
    }
}
