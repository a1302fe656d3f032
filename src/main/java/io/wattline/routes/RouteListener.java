package io.wattline.routes;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/** Learns the outcome of each edit of routes. */
public interface RouteListener {

    /** The edits of these files have taken effect; {@code running} are all texts that run now. */
    void taken(Collection<Path> files, Map<Path, String> running);

    /** The edit of this file is refused. */
    void refused(Path file, String why);
}
