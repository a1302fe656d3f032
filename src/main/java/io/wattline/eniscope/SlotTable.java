package io.wattline.eniscope;

import io.wattline.reading.Interval;
import io.wattline.reading.Page;
import io.wattline.reading.Reading;
import io.wattline.reading.Rejected;
import io.wattline.reading.ResponseShape;
import io.wattline.reading.UnusableResponseException;
import io.wattline.reading.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** The slots of a window. Records of a response may be unsorted and duplicate; the page made of them is neither. */
final class SlotTable {

    private static final int REJECTED_SLACK = 100;
    /** Dead letters of a page, in characters. */
    private static final int REJECTED_LENGTH_MAX = 6 * 1024 * 1024;

    private final long startSeconds;
    private final long stepSeconds;
    private final Reading[] readings;
    private final BitSet empty = new BitSet();
    private final List<Rejected> rejected = new ArrayList<>();
    private final BinaryOperator<Reading> join;
    private final Map<Integer, List<Reading>> several = new TreeMap<>();
    private int doubled;
    private long rejectedLength;

    SlotTable(Interval interval, Duration step, BinaryOperator<Reading> join) {
        this.startSeconds = interval.start().getEpochSecond();
        this.stepSeconds = step.toSeconds();
        this.readings = new Reading[Math.toIntExact(interval.slots(step))];
        this.join = join;
    }

    private int slot(Instant start) {
        return (int) ((start.getEpochSecond() - startSeconds) / stepSeconds);
    }

    /** Adds a reading that is on the grid and within the window. */
    void add(Reading reading) {
        int slot = slot(reading.start());
        if (readings[slot] == null) {
            readings[slot] = reading;
            return;
        }
        doubled++;
        List<Reading> records = several.computeIfAbsent(slot, empty -> new ArrayList<>(List.of(readings[slot])));
        if (records.stream().noneMatch(each -> each.source().text().equals(reading.source().text()))) {
            records.add(reading);
        }
    }

    /** A record without any value: there is no data yet. Off the grid or outside the window it is ignored. */
    void addEmpty(Instant start) {
        long seconds = start.getEpochSecond() - startSeconds;
        if (seconds >= 0 && seconds < readings.length * stepSeconds && seconds % stepSeconds == 0) {
            empty.set(slot(start));
        }
    }

    /** {@link UnusableResponseException} where the records at fault are more, or longer, than a window can have. */
    void add(Rejected record, Window window) {
        rejected.add(record);
        rejectedLength += record.payload().length();
        if (rejected.size() > readings.length + REJECTED_SLACK || rejectedLength > REJECTED_LENGTH_MAX) {
            throw new UnusableResponseException(
                    window,
                    "the response has over " + (rejected.size() - 1) + " records that cannot be read, for "
                            + readings.length + " slots",
                    null);
        }
    }

    private void settle(Window window) {
        several.forEach((slot, all) -> {
            if (all.size() > 1) {
                SlotRecords records = new SlotRecords(all, join);
                readings[slot] = records.reading();
                rejected.addAll(records.losers(window));
            }
        });
    }

    Page page(Window window, Map<String, Integer> unknownFields, ResponseShape shape, byte[] response) {
        settle(window);
        int nullBins = (int) empty.stream().filter(slot -> readings[slot] == null).count();
        return new Page(
                window,
                Arrays.stream(readings).filter(Objects::nonNull).toList(),
                rejected,
                nullBins,
                unknownFields,
                doubled,
                shape,
                response);
    }
}
