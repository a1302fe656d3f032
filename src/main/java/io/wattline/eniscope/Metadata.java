package io.wattline.eniscope;

import io.wattline.json.Jsonb;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lists of the source, for tables {@code organizations}, {@code devices}, {@code meters} and {@code channels}. */
public final class Metadata {

    private static final Logger LOG = LoggerFactory.getLogger(Metadata.class);

    private final Duration resolution;
    private final Clock clock;

    /** @param resolution length of a reading of a new channel */
    public Metadata(Duration resolution, Clock clock) {
        this.resolution = resolution;
        this.clock = clock;
    }

    /** Parameters of {@code db/sql/metadata-*.sql}. */
    public Map<String, Object> parameters(String rows) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("rows", Jsonb.fit(rows));
        parameters.put("now", clock.instant().toString());
        parameters.put("interval_seconds", (int) resolution.toSeconds());
        return parameters;
    }

    /**
     * Logs what a list has changed. An empty list changes nothing and is a warning, since every account sees something.
     */
    public void report(String resource, List<Map<String, Object>> counts) {
        Map<String, Object> row = counts.get(0);
        if (number(row, "ignored") > 0) {
            LOG.warn(
                    "Metadata: {} rows of the list of {} are ignored, since their id is missing, is not a number from 1"
                            + " to 999999999, or stands twice. Of an id that stands twice the first row counts.",
                    row.get("ignored"),
                    resource);
        }
        if (number(row, "listed") == 0) {
            LOG.warn("Metadata: the source lists no {}. Stored rows stay as they are.", resource);
        } else if (number(row, "added") + number(row, "changed") + number(row, "gone") > 0) {
            LOG.info(
                    "Metadata: {} {} listed, {} new, {} changed, {} gone (marked inactive)",
                    row.get("listed"),
                    resource,
                    row.get("added"),
                    row.get("changed"),
                    row.get("gone"));
        }
    }

    private static long number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
