package io.wattline.estimation;

import io.wattline.reading.DataQuality;
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

/** The readings that are kept of a channel around a gap and some weeks back. In any order when made. */
public final class Neighbourhood {

    private final TreeMap<Instant, KnownReading> byStart = new TreeMap<>();
    private final Set<LocalDate> estimatedDays = new HashSet<>();

    /** @param zone in which days are cut */
    public Neighbourhood(Collection<KnownReading> readings, ZoneId zone) {
        for (KnownReading reading : readings) {
            byStart.put(reading.start(), reading);
            if (reading.quality() == DataQuality.ESTIMATED) {
                estimatedDays.add(LocalDate.ofInstant(reading.start(), zone));
            }
        }
    }

    Optional<KnownReading> at(Instant start) {
        return Optional.ofNullable(byStart.get(start));
    }

    Optional<KnownReading> goodAt(Instant start) {
        return at(start).filter(KnownReading::isGood);
    }

    /** The good ones of these slots. */
    List<KnownReading> goodAmong(Collection<Instant> starts) {
        return starts.stream().map(this::goodAt).flatMap(Optional::stream).toList();
    }

    /** Whether anything of the day is estimated: it is no like day then, or estimates would be made from estimates. */
    boolean isEstimated(LocalDate day) {
        return estimatedDays.contains(day);
    }

    /** Whether the channel counts what flows back. */
    boolean hasExport() {
        return good().anyMatch(reading -> reading.energy().hasExport());
    }

    /** Highest net energy of a good reading, by size, kWh; 0 where there is none. */
    double peakKwh() {
        return good().mapToDouble(reading -> Math.max(Math.abs(reading.energy().energyKwh()), Math.abs(reading.energy().netKwh()))).max().orElse(0);
    }

    /** Whether a good reading has negative energy: then an estimate may. */
    boolean hasNegative() {
        return good().anyMatch(reading -> reading.energy().energyKwh() < 0);
    }

    private Stream<KnownReading> good() {
        return byStart.values().stream().filter(KnownReading::isGood);
    }
}
