package io.wattline.app;

/**
 * How far some work is.
 *
 * @param done  parts that are finished
 * @param total parts in all, as far as it is known; 0 where it is not
 * @param text  what is at hand, for people
 */
public record Progress(long done, long total, String text) {
}
