package io.wattline.lab.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A valid request to {@code /readings/{id}}.
 *
 * @param codes      as asked; {@code cost} is among them where asked, and always null (no channel has a tariff)
 * @param resolution seconds, after everything that makes it coarser
 * @param fromRollUp bins share the values of the 30-minute roll-up
 */
record SimulatedReadingsQuery(
        PlantChannel channel,
        List<String> codes,
        DateRange range,
        long resolution,
        boolean total,
        boolean registers,
        boolean fromRollUp) {

    static final String COST = "cost";
    private static final Map<String, Integer> RESOLUTIONS =
            Map.of("60", 60, "900", 900, "1800", 1800, "3600", 3600, "86400", 86_400);
    private static final int BINS_MAX = 200_000;

    /** Null where the API says {@code Invalid Parameter}. */
    static SimulatedReadingsQuery of(
            PlantChannel channel, Query query, Set<SimulatedField> fields, SimulatorSettings settings,
            Set<Fault> faults) {
        List<String> codes = new ArrayList<>(query.all("fields"));
        DateRange range = DateRange.of(query, channel.site().zone(), Instant.now(settings.clock()));
        String action = query.first("action", "summarize");
        boolean total = action.equals("total");
        if (codes.isEmpty()
                || range == null
                || !codes.stream().allMatch(code -> code.equals(COST) || fields.contains(SimulatedField.of(code)))
                || !total && !action.equals("summarize") && !action.equals("summarise")) {
            return null;
        }
        String res = query.first("res", "auto");
        Integer asked = res.equals("auto") ? Integer.valueOf(auto(range)) : RESOLUTIONS.get(res);
        if (asked == null || tooLong(range, asked, settings, faults) || range.seconds() / asked > BINS_MAX) {
            return null;
        }
        boolean isLong = range.seconds() > settings.coarsenAfter().toSeconds();
        long resolution = Math.max(channel.interval().toSeconds() > 900 ? channel.interval().toSeconds() : 0, asked);
        resolution = isLong && faults.contains(Fault.SILENT_COARSENING) ? Math.max(1800, resolution) : resolution;
        return new SimulatedReadingsQuery(
                channel, codes.stream().distinct().toList(), range, resolution, total,
                query.first("showCounters", "0").equals("1"), isLong && faults.contains(Fault.ROLL_UP));
    }

    private static int auto(DateRange range) {
        long days = range.seconds() / 86_400;
        return days <= 31 ? 900 : days <= 93 ? 1800 : days <= 366 ? 3600 : 86_400;
    }

    private static boolean tooLong(DateRange range, int resolution, SimulatorSettings settings, Set<Fault> faults) {
        Duration longest = settings.windowMax().multipliedBy(resolution).dividedBy(900);
        return faults.contains(Fault.WINDOW_TOO_LONG) && range.seconds() > longest.toSeconds();
    }
}
