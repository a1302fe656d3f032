package io.wattline.discovery;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One row of {@code api_endpoints}, with the last measurement.
 *
 * @param name      such as {@code GET organizations/{id}/meters}
 * @param status    HTTP status; null where there was no response
 * @param state     answered, refused, broken, gone
 * @param note      what the source said where it refused or failed; null where it responded
 * @param used      route that uses it; null where none does
 * @param feeds     table that it feeds or could feed; null where the file does not say
 * @param structure JSON Schema of the response; null where there is none
 */
public record Endpoint(
        String name,
        String origin,
        Integer status,
        String state,
        String note,
        String paging,
        String used,
        String feeds,
        Long millis,
        Integer bytes,
        JsonNode structure) {

    String method() {
        return name.substring(0, name.indexOf(' '));
    }

    /** The name without its method. */
    String template() {
        return name.substring(name.indexOf(' ') + 1);
    }

    boolean isAnswered() {
        return state.equals(ProbeResult.ANSWERED);
    }

    /** Rounded, so that it stays the same from run to run. Table {@code api_endpoint_runs} has the measured time. */
    String time() {
        return millis == null ? "-" : millis < 1000 ? "under 1 s" : millis < 10_000 ? "1 to 10 s" : "over 10 s";
    }

    /** Rounded like the time. */
    String size() {
        return bytes == null || bytes == 0
                ? "-"
                : bytes < 10_000
                        ? "under 10 kB"
                        : bytes < 100_000 ? "10 to 100 kB" : bytes < 1_000_000 ? "0.1 to 1 MB" : "over 1 MB";
    }
}
