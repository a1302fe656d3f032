package io.wattline.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.FailedToCreateRouteException;

/** What is wrong with an edited routes file, in one line: file, line, reason. */
final class RouteComplaint {

    /** Camel names what it does not know, but not where it stands. The most telling name first. */
    private static final List<Pattern> CULPRITS = List.of(
            Pattern.compile("registry for: ([\\w.-]+)"),
            Pattern.compile("Unknown parameters=\\[\\{(\\w+)="),
            Pattern.compile("Property with key \\[([^]]+)]"),
            Pattern.compile("could be found for: ([\\w-]+:)"),
            Pattern.compile("(?:no route reads|route id|routeConfigurationId|duplicate id detected:) '?([\\w:.-]+)"),
            Pattern.compile("(?:Failed to resolve endpoint|endpoint could be found for): ([\\w-]+:)"));
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private RouteComplaint() {
    }

    static String of(String file, String text, Throwable thrown) {
        String reason = RouteCheck.reason(thrown).replaceAll("file:\\S*/(" + Pattern.quote(file) + ")", "$1");
        Matcher named = LINE.matcher(reason);
        return file + ", line " + (named.find() ? named.group(1) : String.valueOf(line(text, reason, route(thrown)))) + ": " + reason;
    }

    private static String route(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof FailedToCreateRouteException)) {
            cause = cause.getCause();
        }
        return cause == null ? null : ((FailedToCreateRouteException) cause).getRouteId();
    }

    /** Where the culprit stands, from the line of its route on; else the line of the route; else the first. */
    private static int line(String text, String reason, String route) {
        List<String> lines = text.lines().toList();
        int start = route == null ? 0 : Math.max(0, first(lines, 0, Pattern.compile("\\bid:\\s*['\"]?" + Pattern.quote(route) + "['\"]?\\s*$")));
        for (String culprit : culprits(reason)) {
            int found = first(lines, start, Pattern.compile("(?<![\\w-])" + Pattern.quote(culprit)));
            if (found >= 0) {
                return found + 1;
            }
        }
        return start + 1;
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
