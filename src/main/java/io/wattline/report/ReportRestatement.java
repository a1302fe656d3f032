package io.wattline.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed since a report of the same period was sent last.
 *
 * @param sentAt when that was
 * @param before the total of then, such as 41,230.5 kWh
 * @param why    which readings came, went or were estimated, and which channels changed
 */
public record ReportRestatement(String sentAt, String before, List<String> why) {

    private static final ReportNumbers NUMBERS = new ReportNumbers();
    private static final int CHANNELS_MAX = 10;

    /** Null where the period was not sent before, or with the same total. */
    static ReportRestatement of(ReportFigures figures) {
        JsonNode old = figures.json().path("restated");
        ReportSum then = new ReportSum(old.path("old"));
        ReportSum now = figures.sum("total");
        if (!old.isObject() || then.isSame(now)) {
            return null;
        }
        List<String> why = new ArrayList<>();
        for (String part : List.of("measured", "estimated", "suspect", "missing")) {
            long before = then.node().path(part).asLong();
            long after = now.node().path(part).asLong();
            if (before != after) {
                why.add(part + " readings " + before + " -> " + after);
            }
        }
        if (why.isEmpty()) {
            why.add("values of readings were corrected");
        }
        why.addAll(channels(old.path("channels"), figures.json().path("channels")));
        return new ReportRestatement(old.path("sentAt").asText(), NUMBERS.exact(then.kwh()) + " kWh", why);
    }

    private static List<String> channels(JsonNode before, JsonNode after) {
        List<String> changed = new ArrayList<>();
        for (JsonNode channel : after) {
            for (JsonNode old : before) {
                BigDecimal then = ReportFigures.decimal(old.path("energy_kwh"));
                BigDecimal now = ReportFigures.decimal(channel.path("energy_kwh"));
                boolean isSame = then == null ? now == null : now != null && then.compareTo(now) == 0;
                if (old.path("channelId").equals(channel.path("channelId")) && !isSame) {
                    changed.add(channel.path("name").asText() + " (" + channel.path("channelId").asText() + "): "
                            + NUMBERS.exact(then) + " -> " + NUMBERS.exact(now) + " kWh");
                }
            }
        }
        return changed.size() <= CHANNELS_MAX ? changed : changed.subList(0, CHANNELS_MAX);
    }
}
