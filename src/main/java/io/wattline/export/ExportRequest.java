package io.wattline.export;

import io.wattline.reading.Interval;
import java.util.List;

/**
 * What is exported.
 *
 * @param site     id of a site; null for all sites
 * @param channels ids; empty for all channels of the site
 * @param range    half-open; a reading, an hour or a day belongs to it where it starts in it
 * @param columns  value columns of single readings, such as {@code energy_kwh}
 */
public record ExportRequest(String site, List<Integer> channels, Interval range, ExportResolution resolution,
                            List<String> columns) {

    /** The columns where nobody asks for others. */
    public static final List<String> COLUMNS = List.of("energy_kwh", "power_kw");

    public ExportRequest {
        channels = List.copyOf(channels);
        columns = columns.isEmpty() ? COLUMNS : List.copyOf(columns);
    }
}
