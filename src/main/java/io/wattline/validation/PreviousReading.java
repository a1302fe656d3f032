package io.wattline.validation;

import io.wattline.reading.Window;
import java.time.Instant;
import java.util.Optional;

/** Finds the start of the last kept reading of a window's channel before the window; empty where there is none. */
@FunctionalInterface
public interface PreviousReading {

    Optional<Instant> find(Window window);
}
