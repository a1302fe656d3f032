package io.wattline.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * How an endpoint answered.
 *
 * @param state     answered, refused, broken
 * @param status    HTTP status; null where there was no answer
 * @param note      what the source said where it did not answer; null where it did
 * @param millis    from the question to the whole answer
 * @param bytes     size of the body
 * @param rows      of a list, as the source counts them; null where it is none
 * @param pages     of a list; null where it is not paged
 * @param structure JSON Schema of the answer; null where there is none
 * @param leads     where the answer leads to
 */
public record ProbeResult(Probe probe, String state, Integer status, String note, long millis, int bytes, Integer rows, Integer pages, JsonNode structure,
                      List<Probe> leads) {

    static final String ANSWERED = "answered";
    static final String BROKEN = "broken";

    public ProbeResult {
        // as JSON reads what was not there
        structure = structure == null || structure.isNull() ? null : structure;
        leads = List.copyOf(leads);
    }

    static ProbeResult silent(Probe probe, String state, Integer status, String note, long millis) {
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
