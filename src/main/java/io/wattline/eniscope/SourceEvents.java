package io.wattline.eniscope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.json.Jsonb;
import io.wattline.source.RefusedException;
import io.wattline.source.SourceRequest;
import io.wattline.source.SourceResponse;
import io.wattline.source.UnusableListException;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The source's own alarms, events and tariffs, for tables {@code vendor_alarms}, {@code vendor_events} and {@code
 * vendor_tariffs}. Readings do not depend on them.
 */
public final class SourceEvents {

    private static final Logger LOG = LoggerFactory.getLogger(SourceEvents.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String LIST = "the list";

    private final Clock clock;
    /** Lists and collections that are logged as unavailable, each with the first one that was. */
    private final Map<String, String> reported = new ConcurrentHashMap<>();

    public SourceEvents(Clock clock) {
        this.clock = clock;
    }

    /** Parameters of {@code db/sql/vendor-alarms.sql} and {@code vendor-events.sql}. */
    public Map<String, Object> parameters(String rows) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("rows", Jsonb.fit(rows));
        parameters.put("now", clock.instant().toString());
        return parameters;
    }

    /** Requests a collection of one owner; {@code wanted} is a row of {@code db/sql/vendor-embedded.sql}. */
    public SourceRequest request(Map<String, Object> wanted) {
        String path = wanted.get("resource") + "/" + wanted.get("owner") + "/" + wanted.get("collection");
        return SourceRequest.get(path, "", subject(wanted));
    }

    /**
     * Parameters of {@code db/sql/vendor-<collection>.sql}. The response is the owner with the collection in it; {@link
     * UnusableListException} where it is not.
     */
    public Map<String, Object> embedded(Map<String, Object> wanted, SourceResponse response) {
        JsonNode rows = parse(subject(wanted), response.body()).path((String) wanted.get("collection"));
        if (!rows.isArray()) {
            throw new UnusableListException(
                    subject(wanted) + ": the response has no array '" + wanted.get("collection") + "'");
        }
        reported.remove((String) wanted.get("collection"), subject(wanted));
        Map<String, Object> parameters = parameters(rows.toString());
        parameters.put("owner", wanted.get("owner"));
        return parameters;
    }

    /** Logs what a list has changed. */
    public void report(String resource, List<Map<String, Object>> counts) {
        reported.remove(resource, LIST);
        Map<String, Object> row = counts.get(0);
        if (List.of("added", "changed", "gone").stream().anyMatch(count -> ((Number) row.get(count)).longValue() > 0)) {
            LOG.info(
                    "{} of the source: {} listed, {} new, {} changed, {} gone (marked inactive)",
                    resource,
                    row.get("listed"),
                    row.get("added"),
                    row.get("changed"),
                    row.get("gone"));
        }
    }

    /** Logs that a list is unavailable. */
    public void unavailable(String resource, Throwable why) {
        report(resource, LIST, why);
    }

    /** Logs that a collection of one owner is unavailable. */
    public void unavailableOf(Map<String, Object> wanted, Throwable why) {
        report((String) wanted.get("collection"), subject(wanted), why);
    }

    /** What a retry does not change is logged once, with the first list or collection that it affects. */
    private void report(String what, String of, Throwable why) {
        if (!(why instanceof RefusedException) && !(why instanceof UnusableListException)) {
            LOG.warn(
                    "{} of the source are unavailable now: {}. Stored rows stay; the next metadata sync tries again.",
                    what,
                    why.getMessage());
        } else if (reported.putIfAbsent(what, of) == null) {
            LOG.info(
                    "{} of the source are unavailable to this account: {}. Stored rows stay; nothing else depends on"
                            + " them. Every metadata sync tries again; this line comes once.",
                    what,
                    why.getMessage());
        }
    }

    private static String subject(Map<String, Object> wanted) {
        return wanted.get("collection") + " of " + ((String) wanted.get("resource")).replaceFirst("s$", "") + " "
                + wanted.get("owner");
    }

    private static JsonNode parse(String subject, byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UnusableListException(subject + ": not JSON: " + e.getMessage());
        }
    }
}
