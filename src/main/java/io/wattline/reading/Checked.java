package io.wattline.reading;

import java.util.List;

/** Readings that the rules accept or reject. Bad data is a value; an exception means a breakdown. */
public record Checked(List<Reading> accepted, List<Rejected> rejected) {

    public Checked {
        accepted = List.copyOf(accepted);
        rejected = List.copyOf(rejected);
    }
}
