package io.wattline.reading;

/**
 * A window on its way from the source into the database: who reads it, what was requested, and what came.
 *
 * @param poll   the poll that reads the window; null for what is replayed or spooled
 * @param window what was requested
 * @param page   what came; null until the response has arrived
 */
public record Retrieval(ChannelPoll poll, Window window, Page page) {

    /** A page that no poll reads: a dead letter, a spooled response or a canary. */
    public static Retrieval of(Page page) {
        return new Retrieval(null, page.window(), page);
    }

    /** The same with the response. */
    Retrieval with(Page arrived) {
        return new Retrieval(poll, window, arrived);
    }
}
