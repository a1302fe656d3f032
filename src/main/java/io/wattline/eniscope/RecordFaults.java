package io.wattline.eniscope;

import io.wattline.reading.Reasons;
import io.wattline.reading.RecordOrigin;
import io.wattline.reading.Rejected;
import io.wattline.reading.Violation;
import io.wattline.reading.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with the current record, not only the first fault. */
final class RecordFaults {

    private record Fault(String rule, String found, String where) {
    }

    private final List<Fault> faults = new ArrayList<>();

    void clear() {
        faults.clear();
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    void noTimestamp(String found) {
        faults.add(new Fault(
                "timestamp-present", found + "; needed is the start of the interval in whole Unix seconds", ""));
    }

    void unreadable(String found, String allowed) {
        faults.add(new Fault("readable", found + "; allowed is " + allowed, ""));
    }

    void unknownUnit(String found) {
        faults.add(new Fault("unit-known", found, ", config/fields.yaml"));
    }

    /** Whether {@code start} is the start of a slot of the window. */
    void checkTime(Instant start, Window window) {
        long seconds = window.channel().interval().toSeconds();
        if (Math.floorMod(start.getEpochSecond(), seconds) != 0) {
            faults.add(new Fault(
                    "timestamp-on-grid", "starts off the grid of " + seconds + " s; allowed are multiples of it", ""));
        }
        if (!window.interval().contains(start)) {
            faults.add(new Fault(
                    "timestamp-in-window", "lies outside the window " + window.interval() + " that was requested", ""));
        }
    }

    Rejected reject(Window window, Instant start, RecordOrigin source) {
        List<Violation> violations = faults.stream().map(fault -> new Violation(fault.rule(),
                Reasons.of(window.channel(), start, fault.found(), fault.rule() + fault.where()))).toList();
        return new Rejected("normalise", window.channel().channelId(), start, violations, source.payload());
    }
}
