package io.wattline.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A part of a {@link Page} that is stored by one statement in one transaction, together with the cursor that it allows.
 *
 * @param window        the question that brought it
 * @param readings      readings of the part, sorted by start
 * @param unreadable    records that could not be read; all of them are with the first part
 * @param previous      start of the last reading from before this part; null where none is known
 * @param cursor        everything before it has been taken once this part is stored; null where the cursor must not move
 * @param last          whether the window is done with it
 * @param nullBins      slots without a value; all of them are counted with the first part
 * @param unknownFields codes without a column; counted with the first part
 */
public record Batch(Window window, List<Reading> readings, List<Rejected> unreadable, Instant previous, Instant cursor, boolean last, int nullBins,
                    Map<String, Integer> unknownFields) {

    /**
     * Cuts a page into parts of at most {@code size} readings; at least one, so that a window without any reading is logged too.
     *
     * @param poll whose cursor moves; null for a replay, which moves none
     */
    public static List<Batch> of(Page page, int size, ChannelPoll poll) {
        List<Batch> batches = new ArrayList<>();
        List<Reading> all = page.readings();
        Instant previous = poll == null ? null : poll.previous().orElse(null);
        int from = 0;
        do {
            int to = Math.min(from + size, all.size());
            boolean first = from == 0;
            boolean last = to == all.size();
            List<Reading> part = all.subList(from, to);
            Instant cursor = poll == null ? null : poll.cursorAfter(taken(page.window(), part, last), newest(part));
            batches.add(new Batch(page.window(), part, first ? page.rejected() : List.of(), previous, cursor, last, first ? page.nullBins() : 0,
                    first ? page.unknownFields() : Map.of()));
            previous = newest(part) == null ? previous : newest(part);
            from = to;
        } while (from < all.size());
        return batches;
    }

    /** Readings and unreadable records of this part. */
    public int fetched() {
        return readings.size() + unreadable.size();
    }

    private static Interval taken(Window window, List<Reading> part, boolean last) {
        return last ? window.interval() : new Interval(window.interval().start(), newest(part).plus(window.channel().interval()));
    }

    private static Instant newest(List<Reading> part) {
        return part.isEmpty() ? null : part.get(part.size() - 1).start();
    }
}
