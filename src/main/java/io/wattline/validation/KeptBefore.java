package io.wattline.validation;

import io.wattline.reading.Window;
import java.time.Instant;
import java.util.Optional;

/** Start of the last reading that is kept of a window's channel from before the window; empty where there is none. */
@FunctionalInterface
public interface KeptBefore {

    Optional<Instant> find(Window window);
}
