package io.wattline.estimation;

import io.wattline.reading.Counters;
import java.util.List;
import java.util.Map;

/**
 * How the energy of a gap is spread over its slots, by one method.
 *
 * @param method    {@code linear} or {@code like-day}: what {@code readings.quality_method} says
 * @param slots     energy of each missing reading, in order, kWh
 * @param needTotal why the shape alone is no estimate and the energy over the gap must be known; null where the shape
 *                  suffices
 * @param inputs    what it was computed from, for table {@code estimates}
 */
record EnergyShape(String method, List<Counters> slots, String needTotal, Map<String, Object> inputs) {

    EnergyShape {
        slots = List.copyOf(slots);
    }
}
