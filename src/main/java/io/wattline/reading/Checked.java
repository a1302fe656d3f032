package io.wattline.reading;

import java.util.List;

/**
 * Readings that the rules accept or reject. Bad data is a value; an exception means a breakdown.
 *
 * @param rejected readings that are set aside as a whole
 * @param partial  what is set aside of readings that are accepted ({@link Rejected#isPartial()})
 */
public record Checked(List<Reading> accepted, List<Rejected> rejected, List<Rejected> partial) {

    public Checked {
        accepted = List.copyOf(accepted);
        rejected = List.copyOf(rejected);
        partial = List.copyOf(partial);
    }

    /** Without partial ones. */
    public Checked(List<Reading> accepted, List<Rejected> rejected) {
        this(accepted, rejected, List.of());
    }
}
