package io.wattline.anomaly.watch;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.Cause;
import io.wattline.anomaly.detector.Sighting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Makes events of sightings: one event however many days, and one for the cause instead of one for each of its signs.
 */
final class EventBook {

    /** So many days without a sighting, and the next one is another event. */
    private static final int APART = 3;
    /** After a change of operation its days become the usual ones in so many days. */
    private static final int RELEARNED = 42;
    private static final int SETTLED = 10;
    /** More than any of these, and than a drift looks back. */
    private static final int REMEMBERED = 60;

    private final int slots;
    private final List<AnomalyEvent> events = new ArrayList<>();

    EventBook(int slotsPerDay) {
        this.slots = slotsPerDay;
    }

    List<AnomalyEvent> events() {
        return Collections.unmodifiableList(events);
    }

    void restore(List<AnomalyEvent> remembered) {
        events.addAll(remembered);
    }

    /** Events that may still go on, or explain others. */
    List<AnomalyEvent> remembered(int day) {
        return events.stream().filter(event -> event.lastSeenDay() >= day - REMEMBERED).toList();
    }

    /** Somebody has accepted the level that began around a day. */
    void acceptLevel(int fromDay, int daysApart) {
        events.replaceAll(event -> event.kind() == AnomalyKind.LEVEL && event.cause() == Cause.METER
                && Math.abs(event.fromCell() / slots - fromDay) <= daysApart ? event.accepted() : event);
    }

    void add(List<Sighting> sightings, int day) {
        sightings.stream().sorted(Comparator.comparing(Sighting::kind).reversed())
                .forEach(sighting -> add(sighting, day));
    }

    private void add(Sighting sighting, int day) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (goesOn(events.get(i), sighting, day)) {
                events.set(i, events.get(i).and(sighting, day));
                return;
            }
        }
        if (events.stream().noneMatch(event -> event.isOwn() && explains(event, sighting, day))) {
            AnomalyEvent event = AnomalyEvent.of(sighting, day);
            events.replaceAll(earlier -> isPart(earlier, event) ? earlier.explained(event.kind()) : earlier);
            events.add(event);
        }
    }

    private boolean goesOn(AnomalyEvent event, Sighting sighting, int day) {
        if (event.kind() == AnomalyKind.LEVEL && sighting.kind() == AnomalyKind.LEVEL) {
            return event.cause() == sighting.cause() && Math.abs(event.fromCell() - sighting.fromCell()) < slots;
        }
        return event.kind() == sighting.kind() && day - event.lastSeenDay() <= APART;
    }

    /** Whether an event is the cause of what is seen today. */
    private boolean explains(AnomalyEvent event, Sighting sighting, int day) {
        if (!event.kind().explains(sighting.kind()) || event.toCell() < sighting.fromCell()) {
            return false;
        }
        if (event.kind() != AnomalyKind.LEVEL) {
            return event.lastSeenDay() >= day - 1;
        }
        int days = !sighting.kind().isVague() ? 0 : event.cause() == Cause.OPERATION
                || sighting.kind() == AnomalyKind.DRIFT ? RELEARNED : SETTLED;
        return day - event.fromCell() / slots <= days;
    }

    /** Whether an earlier event was the first sign of a greater one. */
    private boolean isPart(AnomalyEvent earlier, AnomalyEvent greater) {
        boolean vagueOnly = greater.kind() == AnomalyKind.LEVEL && greater.cause() == Cause.OPERATION;
        return earlier.isOwn() && greater.kind().explains(earlier.kind()) && (!vagueOnly || earlier.kind().isVague())
                && earlier.fromCell() >= greater.fromCell() - APART * slots
                && earlier.lastSeenDay() >= greater.fromCell() / slots;
    }

    /** The level that was seen last has returned on a day: its event ends with the day before. */
    void endLevel(int returnedDay, int today) {
        events.replaceAll(event -> event.kind() == AnomalyKind.LEVEL && event.lastSeenDay() >= today - APART
                ? event.until(returnedDay * slots) : event);
    }

    /** A level has returned: what was seen since is the return. */
    void returned(int sinceDay, boolean meter) {
        events.replaceAll(event -> event.isOwn() && event.firstSeenDay() >= sinceDay
                && (event.kind().isVague() || meter && event.kind() == AnomalyKind.SPIKE)
                ? event.explained(AnomalyKind.LEVEL) : event);
    }
}
