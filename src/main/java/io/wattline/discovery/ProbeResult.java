package io.wattline.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a request to an endpoint brought.
 *
 * @param state     answered, refused, broken
 * @param status    HTTP status; null where there was no response
 * @param note      what the source said where it refused or failed; null where it responded
 * @param millis    from the request to the first byte of the response
 * @param bytes     size of the body
 * @param rows      of a list, as the source counts them; null where it is none
 * @param pages     of a list; null where it is not paged
 * @param structure JSON Schema of the response; null where there is none
 * @param leads     endpoints that the response leads to
 */
public record ProbeResult(
        Probe probe,
        String state,
        Integer status,
        String note,
        long millis,
        int bytes,
        Integer rows,
        Integer pages,
        JsonNode structure,
        List<Probe> leads) {

    static final String ANSWERED = "answered";
    static final String BROKEN = "broken";

    public ProbeResult {
        // Jackson reads an absent node as NullNode
        structure = structure == null || structure.isNull() ? null : structure;
        leads = List.copyOf(leads);
    }

    static ProbeResult failed(Probe probe, String state, Integer status, String note, long millis) {
        return new ProbeResult(probe, state, status, note, millis, 0, null, null, null, List.of());
    }

    ProbeResult leadingTo(List<Probe> probes) {
        return new ProbeResult(probe, state, status, note, millis, bytes, rows, pages, structure, probes);
    }

    /** How the list is paged, in words that do not change with the number of rows; null where it is not. */
    String paging() {
        return pages == null ? null : "limit and page; meta counts records and pages";
    }
}
