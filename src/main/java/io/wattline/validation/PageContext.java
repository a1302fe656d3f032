package io.wattline.validation;

import java.time.Instant;

/**
 * What is known of the readings around a page.
 *
 * @param previous start of the last kept reading before the window; null where none is known
 * @param followed whether the poll requests what follows the window
 */
public record PageContext(Instant previous, boolean followed) {
}
