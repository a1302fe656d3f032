package io.wattline.validation;

import io.wattline.reading.Window;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is kept of a window's channel already. */
public interface KeptBefore {

    /** The start of the last kept reading before the window; empty where there is none. */
    Optional<Instant> find(Window window);

    /** The highest power of the readings kept around the window, kW; empty where too few are kept. */
    default OptionalDouble peakKw(Window window) {
        return OptionalDouble.empty();
    }
}
