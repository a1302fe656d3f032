package io.wattline.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A part of a {@link Page}, which one statement keeps in one transaction together with the cursor.
 *
 * @param window        the window of the page
 * @param readings      accepted readings of the part, sorted by start, one per slot
 * @param rejected      rejected readings of the page; counted with its first part
 * @param cursor        everything before it is read once this part is kept; null where the cursor does not move
 * @param last          whether it is the last part of the page
 * @param nullBins      slots without a value; counted with the first part
 * @param unknownFields codes without a column; counted with the first part
 */
public record Batch(
        Window window,
        List<Reading> readings,
        List<Rejected> rejected,
        Instant cursor,
        boolean last,
        int nullBins,
        Map<String, Integer> unknownFields) {

    /**
     * Cuts the accepted readings of a page into parts of at most {@code size}; at least one part, so that a window
     * without readings is logged too.
     *
     * @param poll whose cursor moves; null where no cursor moves
     */
    public static List<Batch> of(
            Page page, List<Reading> accepted, List<Rejected> rejected, int size, ChannelPoll poll) {
        List<Batch> batches = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(from + size, accepted.size());
            boolean first = from == 0;
            boolean last = to == accepted.size();
            List<Reading> part = accepted.subList(from, to);
            Instant cursor = poll == null ? null : poll.cursorAfter(taken(page.window(), part, last), newest(part));
            batches.add(new Batch(
                    page.window(),
                    part,
                    first ? rejected : List.of(),
                    cursor,
                    last,
                    first ? page.nullBins() : 0,
                    first ? page.unknownFields() : Map.of()));
            from = to;
        } while (from < accepted.size());
        return batches;
    }

    /** The same batch in two halves; the cursor moves with the second. */
    public List<Batch> halves() {
        int middle = readings.size() / 2;
        return List.of(new Batch(window, readings.subList(0, middle), rejected, null, false, nullBins, unknownFields),
                new Batch(window, readings.subList(middle, readings.size()), List.of(), cursor, last, 0, Map.of()));
    }

    /** Whether it has more than one reading. */
    public boolean isDivisible() {
        return readings.size() > 1;
    }

    /** The same with its only reading among the rejected, since the database refuses it. */
    public Batch refused(String found) {
        Reading reading = readings.get(0);
        Violation violation = new Violation(
                "database",
                Reasons.of(window.channel(), reading.start(), "the database refuses it: " + found, "database"));
        List<Rejected> all = new ArrayList<>(rejected);
        all.add(new Rejected("store", reading.channelId(), reading.start(), List.of(violation), reading.payload()));
        return new Batch(window, List.of(), all, cursor, last, nullBins, unknownFields);
    }

    /** Accepted and rejected readings. */
    public int fetched() {
        return readings.size() + rejected.size();
    }

    private static Interval taken(Window window, List<Reading> part, boolean last) {
        return last
                ? window.interval()
                : new Interval(
                        window.interval().start(),
                        newest(part).plus(window.channel().interval()));
    }

    private static Instant newest(List<Reading> part) {
        return part.isEmpty() ? null : part.get(part.size() - 1).start();
    }
}
