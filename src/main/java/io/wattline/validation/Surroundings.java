package io.wattline.validation;

import java.time.Instant;

/**
 * What is known of a channel's readings outside of the answer in hand.
 *
 * @param previous start of the last reading that is kept from before the window; null where none is known
 * @param followed whether the source is asked next for what follows, so that the answer ends where readings do not
 */
public record Surroundings(Instant previous, boolean followed) {
}
