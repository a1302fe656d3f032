package io.wattline.routes;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The edits of routes that are refused, with the reasons. Health, alerts and status read it. */
public final class RouteEdits {

    private final Map<String, String> refused = new TreeMap<>();
    private String failure;
    private String fallback;

    /** An edit of this file is refused, for this reason. */
    synchronized void refuse(Path file, String why) {
        refused.put(file.getFileName().toString(), why);
    }

    /** The file has no edit that is refused. */
    synchronized void settle(Path file) {
        refused.remove(file.getFileName().toString());
    }

    /** The folder could not be looked at; null once it could. */
    synchronized void fail(String why) {
        failure = why;
    }

    /** Other routes than those of the folder were started, for this reason; null once the folder's own run. */
    synchronized void fallBack(String why) {
        fallback = why;
    }

    /** Why an edit is not in effect; empty where the routes run as they are written. */
    public synchronized Optional<String> reason() {
        String edits = refused.values().stream().distinct().collect(Collectors.joining(" | "));
        if (failure != null) {
            return Optional.of("routes/ cannot be watched: " + failure);
        }
        if (!edits.isEmpty()) {
            return Optional.of((fallback == null ? "" : fallback + " ") + "Refused: " + edits);
        }
        return Optional.ofNullable(fallback);
    }
}
