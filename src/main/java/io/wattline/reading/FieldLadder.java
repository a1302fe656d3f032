package io.wattline.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Which fields to ask for, from wide to narrow: one field that a channel lacks fails the whole call for ever, and the answer does not say
 * which. First what is offered, then the core set, then the core set without its last field, and so on down to its first alone.
 */
public final class FieldLadder {

    private final List<List<String>> rungs = new ArrayList<>();
    private int rung;

    /** @param offered what the source says it offers; may be empty */
    public FieldLadder(List<String> offered, List<String> core) {
        add(offered);
        List<String> coreOffered = offered.isEmpty() ? core : core.stream().filter(offered::contains).toList();
        for (int size = coreOffered.size(); size > 0; size--) {
            add(coreOffered.subList(0, size));
        }
        if (rungs.isEmpty()) {
            add(core);
        }
    }

    /** The fields to ask for now; never empty. */
    public List<String> fields() {
        return rungs.get(rung);
    }

    /** Goes one rung down; false where there is none. */
    public boolean narrow() {
        if (rung + 1 >= rungs.size()) {
            return false;
        }
        rung++;
        return true;
    }

    private void add(List<String> fields) {
        if (!fields.isEmpty() && !rungs.contains(fields)) {
            rungs.add(List.copyOf(fields));
        }
    }
}
