package io.wattline.app;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * How far some work is.
 *
 * @param done  parts that are finished
 * @param total parts in all, as far as it is known; 0 where it is not
 * @param text  what is at hand, for people
 */
public record Progress(long done, long total, String text) {

    /** A listener to pairs of done and total, which are progress of that. */
    static BiConsumer<Integer, Integer> of(String text, Consumer<Progress> listener) {
        return (done, total) -> listener.accept(new Progress(done, total, text));
    }
}
