package io.wattline.validation;

import io.wattline.reading.Reading;
import io.wattline.reading.Rejected;
import java.util.List;

/** Readings parted by the rule book: bad data is a value, an exception means breakdown. */
public record Checked(List<Reading> accepted, List<Rejected> rejected) {

    public Checked {
        accepted = List.copyOf(accepted);
        rejected = List.copyOf(rejected);
    }
}
