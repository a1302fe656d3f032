package io.wattline.routes;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Texts that were refused, with the reasons. A reason is logged once while its text stays the same. */
final class RefusedEdits {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedEdits.class);

    private record Refusal(String text, String why) {
    }

    private final Map<Path, Refusal> refused = new HashMap<>();
    private final RouteEdits edits;
    private final RouteListener listener;

    RefusedEdits(RouteEdits edits, RouteListener listener) {
        this.edits = edits;
        this.listener = listener;
    }

    /** Whether this text of the file was refused before. */
    boolean has(Path file, String text) {
        return refused.containsKey(file) && Objects.equals(refused.get(file).text(), text);
    }

    /** @param text null where the file is gone */
    void refuse(Path file, String text, String why) {
        Refusal refusal = new Refusal(text, why);
        if (!refusal.equals(refused.put(file, refusal))) {
            LOG.error(
                    "Routes: the {} of {} is refused; the running routes stay. {}",
                    text == null ? "removal" : "edit",
                    file.getFileName(),
                    why);
            tell(file, why);
        }
    }

    /** Tells health and the listener. */
    void tell(Path file, String why) {
        edits.refuse(file, why);
        listener.refused(file, why);
    }

    /** The routes of these files run as they are written. */
    void settle(Collection<Path> files) {
        refused.keySet().removeAll(files);
        files.forEach(edits::settle);
    }

    /** Files whose text is that of the running routes again. */
    void settleWhereEqual(Map<Path, String> wanted, Map<Path, String> running) {
        refused.keySet().removeIf(file -> {
            boolean again = Objects.equals(wanted.get(file), running.get(file));
            if (again) {
                LOG.info("Routes: {} matches the running routes again", file.getFileName());
                edits.settle(file);
            }
            return again;
        });
    }
}
