package io.wattline.estimation;

import io.wattline.reading.Counters;
import java.util.Map;

/**
 * The energy over a gap, from somebody who knows it.
 *
 * @param energy over the whole gap, kWh
 * @param source {@code catch-up}, {@code register}, {@code action=total} or {@code coarser}: column {@code estimates.total_source}
 * @param inputs what it was computed from, for table {@code estimates}
 */
record KnownTotal(Counters energy, String source, Map<String, Object> inputs) {
}
