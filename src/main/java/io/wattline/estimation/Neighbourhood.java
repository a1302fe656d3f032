package io.wattline.estimation;

import io.wattline.reading.DataQuality;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The kept readings of a channel around a gap and some weeks back. */
public final class Neighbourhood {

    private final TreeMap<Instant, KeptReading> byStart = new TreeMap<>();
    private final Set<LocalDate> estimatedDays = new HashSet<>();

    /**
     * @param readings in any order
     * @param zone     in which days are cut
     */
    public Neighbourhood(Collection<KeptReading> readings, ZoneId zone) {
        for (KeptReading reading : readings) {
            byStart.put(reading.start(), reading);
            if (reading.quality() == DataQuality.ESTIMATED) {
                estimatedDays.add(LocalDate.ofInstant(reading.start(), zone));
            }
        }
    }

    Optional<KeptReading> at(Instant start) {
        return Optional.ofNullable(byStart.get(start));
    }

    Optional<KeptReading> goodAt(Instant start) {
        return at(start).filter(KeptReading::isGood);
    }

    /**
     * Good readings in a row without a hole, at most so many.
     *
     * @param edge the instant beside which they begin
     * @param step to the next one: negative for those before the edge
     */
    List<KeptReading> goodRun(Instant edge, Duration step, int most) {
        return Stream.iterate(edge.plus(step), start -> start.plus(step))
                .map(this::goodAt)
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .limit(most)
                .toList();
    }

    /** The good ones of these slots. */
    List<KeptReading> goodAmong(Collection<Instant> starts) {
        return starts.stream().map(this::goodAt).flatMap(Optional::stream).toList();
    }

    /** Whether the day has estimates. It is no like day then, or estimates would be computed from estimates. */
    boolean isEstimated(LocalDate day) {
        return estimatedDays.contains(day);
    }

    /** Whether the channel counts exported energy. */
    boolean hasExport() {
        return good().anyMatch(reading -> reading.energy().hasExport());
    }

    /** The largest net energy of a good reading, as an absolute value, kWh; 0 where there is none. */
    double peakKwh() {
        return good().mapToDouble(reading -> Math.max(
                        Math.abs(reading.energy().energyKwh()),
                        Math.abs(reading.energy().netKwh())))
                .max()
                .orElse(0);
    }

    /** Whether a good reading has negative energy. Then an estimate may have it too. */
    boolean hasNegative() {
        return good().anyMatch(reading -> reading.energy().energyKwh() < 0);
    }

    private Stream<KeptReading> good() {
        return byStart.values().stream().filter(KeptReading::isGood);
    }
}
