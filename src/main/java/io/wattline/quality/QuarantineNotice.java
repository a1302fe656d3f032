package io.wattline.quality;

/**
 * A channel went into quarantine, or left it.
 *
 * @param over    whether it left
 * @param details for people
 */
public record QuarantineNotice(boolean over, String details) {
}
