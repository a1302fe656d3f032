package io.wattline.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An action that somebody requested.
 *
 * @param who     name that the caller gives; it is not proven
 * @param via     the interface of the request
 * @param origin  address of the caller; null where it is unknown
 * @param action  the action, verb last: {@code alert-acknowledge}
 * @param target  number or name of the object of the action; null where the action concerns everything
 * @param details arguments without secrets; null where there are none
 */
public record AuditEntry(
        String who, Via via, String origin, String action, String target, Map<String, Object> details) {

    /** Interface of the request. */
    public enum Via { HTTP, JMX, CLI, FILE }

    /** Outcome of the action. */
    public enum Outcome { DONE, REFUSED, FAILED }

    /** The action of an operation: {@code startGapBackfill} is gap-backfill-start. */
    public static String action(String operation) {
        List<String> words = Arrays.asList(operation.split("(?=[A-Z])"));
        return words.stream()
                        .skip(1)
                        .map(String::toLowerCase)
                        .collect(Collectors.joining("-", "", words.size() > 1 ? "-" : ""))
                + words.get(0);
    }
}
