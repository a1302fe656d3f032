package io.wattline.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A row of {@code export-green-button.sql}.
 *
 * @param zone    time zone of the site
 * @param seconds length of the reading
 * @param quality as ESPI codes it
 */
record GreenButtonReading(String site, String siteName, ZoneId zone, int channel, String channelName, int seconds,
                          Instant start, double energyKwh, int quality) {

    private static final double UNITS_PER_KWH = 1e6;

    static GreenButtonReading of(List<ExportColumn> columns, Object[] values) {
        Map<String, Integer> at = IntStream.range(0, values.length).boxed()
                .collect(Collectors.toMap(i -> columns.get(i).name(), i -> i));
        return new GreenButtonReading(
                (String) values[at.get("site_id")], (String) values[at.get("site_name")],
                ZoneId.of((String) values[at.get("time_zone")]), (Integer) values[at.get("channel_id")],
                (String) values[at.get("channel_name")], (Integer) values[at.get("interval_seconds")],
                (Instant) values[at.get("timestamp")], (Double) values[at.get("energy_kwh")],
                GreenButtonQuality.code((String) values[at.get("quality")], (String) values[at.get("method")]));
    }

    /** Energy in thousandths of a watt-hour: the digits of a kWh that Wattline keeps. */
    long value() {
        return Math.round(energyKwh * UNITS_PER_KWH);
    }

    LocalDate day() {
        return LocalDate.ofInstant(start, zone);
    }
}
