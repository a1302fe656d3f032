package io.wattline.estimation;

import io.wattline.reading.Counters;
import java.util.Map;

/**
 * The known energy over a gap.
 *
 * @param energy over the whole gap, kWh
 * @param source where it comes from: {@code catch-up}, {@code register}, {@code action=total} or {@code coarser}:
 *               column {@code estimates.total_source}
 * @param inputs what it was computed from, for table {@code estimates}
 */
record GapTotal(Counters energy, String source, Map<String, Object> inputs) {
}
