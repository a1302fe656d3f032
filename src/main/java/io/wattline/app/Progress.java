package io.wattline.app;

import io.wattline.reading.SyncProgress;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The progress of a long operation.
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

    static Progress of(SyncProgress step) {
        String text = step.expected() == 0 ? "metadata" : String.format("windows, %,d readings", step.readings());
        return new Progress(step.windows(), step.expected(), text);
    }
}
