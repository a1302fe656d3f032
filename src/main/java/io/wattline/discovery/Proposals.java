package io.wattline.discovery;

import io.wattline.reading.Fields;
import java.util.List;

/** What would give every field without a column one. */
public record Proposals(List<Proposal> proposals) {

    public static Proposals of(FieldMap map, Fields fields) {
        return new Proposals(Proposal.of(map.fields(), fields));
    }

    /** What to put where, for people. */
    public String text() {
        return proposals.isEmpty() ? "Every field that comes as a number has a column.\n" : Proposal.text(proposals);
    }
}
