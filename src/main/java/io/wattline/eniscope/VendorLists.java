package io.wattline.eniscope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.json.Jsonb;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vendor's own alarms, events and tariffs on their way into {@code vendor_alarms}, {@code vendor_events} and {@code vendor_tariffs}. Readings do not depend on them. */
public final class VendorLists {

    private static final Logger LOG = LoggerFactory.getLogger(VendorLists.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String LIST = "the list";

    private final Clock clock;
    /** What the account may not see or what makes no sense, by what it was said of. */
    private final Map<String, String> said = new ConcurrentHashMap<>();

    public VendorLists(Clock clock) {
        this.clock = clock;
    }

    /** Parameters of {@code db/sql/vendor-alarms.sql} and {@code vendor-events.sql}. */
    public Map<String, Object> parameters(String rows) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("rows", Jsonb.fit(rows));
        parameters.put("now", clock.instant().toString());
        return parameters;
    }

    /** Asks for a collection of one owner; {@code wanted} is a row of {@code db/sql/vendor-embedded.sql}. */
    public ApiRequest request(Map<String, Object> wanted) {
        return ApiRequest.get(wanted.get("resource") + "/" + wanted.get("owner") + "/" + wanted.get("collection"), "", subject(wanted));
    }

    /** Parameters of {@code db/sql/vendor-<collection>.sql}: the answer is the owner with the collection in it; {@link UnusableListException} where it is not. */
    public Map<String, Object> embedded(Map<String, Object> wanted, byte[] answer) {
        JsonNode rows = parse(subject(wanted), answer).path((String) wanted.get("collection"));
        if (!rows.isArray()) {
            throw new UnusableListException(subject(wanted) + ": no array '" + wanted.get("collection") + "' in the answer");
        }
        said.remove((String) wanted.get("collection"), subject(wanted));
        Map<String, Object> parameters = parameters(rows.toString());
        parameters.put("owner", wanted.get("owner"));
        return parameters;
    }

    /** Says what a list changed. */
    public void report(String resource, List<Map<String, Object>> counts) {
        said.remove(resource, LIST);
        Map<String, Object> row = counts.get(0);
        if (List.of("added", "changed", "gone").stream().anyMatch(count -> ((Number) row.get(count)).longValue() > 0)) {
            LOG.info("Eniscope's own {}: {} listed, {} new, {} changed, {} gone (marked inactive)", resource, row.get("listed"), row.get("added"),
                    row.get("changed"), row.get("gone"));
        }
    }

    /** A list that is not to be had; everything else goes on. */
    public void notAnswered(String resource, Throwable why) {
        notAnswered(resource, LIST, why);
    }

    /** The same of a collection of one owner. */
    public void notAnswered(Map<String, Object> wanted, Throwable why) {
        notAnswered((String) wanted.get("collection"), subject(wanted), why);
    }

    /** What another try does not change (no right to it, no sense in it) is said once, of the first that it befalls. */
    private void notAnswered(String what, String of, Throwable why) {
        if (!(why instanceof RefusedException) && !(why instanceof UnusableListException)) {
            LOG.warn("Eniscope's own {} are not to be had now: {}; what is known stays as it is, and the next metadata sync asks again", what, why.getMessage());
        } else if (said.putIfAbsent(what, of) == null) {
            LOG.info("Eniscope's own {} are not to be had for this account: {}; what is known stays as it is, nothing else depends on them. "
                    + "Every metadata sync asks again; this is said once.", what, why.getMessage());
        }
    }

    private static String subject(Map<String, Object> wanted) {
        return wanted.get("collection") + " of " + ((String) wanted.get("resource")).replaceFirst("s$", "") + " " + wanted.get("owner");
    }

    private static JsonNode parse(String subject, byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new UnusableListException(subject + ": not JSON: " + e.getMessage());
        }
    }
}
