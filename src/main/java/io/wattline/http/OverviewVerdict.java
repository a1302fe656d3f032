package io.wattline.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.health.Health.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether all is well, and why not.
 *
 * @param level   good, warn or bad
 * @param reasons what is wrong, the worst first; empty where nothing is
 */
record OverviewVerdict(String level, String headline, List<String> reasons) {

    /** Parts of health that have a sentence of their own here. */
    private static final Set<String> SAID = Set.of("spool", "channels");

    /** Parts of health without which no reading is kept; nothing is worse. */
    private static final Set<String> KEEPING = Set.of("database", "readings");

    /** Judges an overview: the figures of the database, and what the process says of itself. */
    static OverviewVerdict of(Map<String, Object> figures, Overview.State state) {
        List<String> bad = new ArrayList<>();
        long live = count(figures, "channels", "live");
        if (live + count(figures, "channels", "paused") + count(figures, "channels", "dead")
                + count(figures, "channels", "quarantined") == 0) {
            bad.add("Nothing is watched: no active channel is known"
                    + (state.source().equals("responding") ? "" : ", and the source has not responded yet"));
        }
        Map<Boolean, List<Trouble>> troubles = state.troubles().stream()
                .filter(trouble -> !SAID.contains(trouble.part()))
                .collect(Collectors.partitioningBy(trouble -> KEEPING.contains(trouble.part())));
        troubles.get(true).stream().map(OverviewVerdict::sentence).forEach(bad::add);
        add(bad, count(figures, "alertsOpen", "critical"), "critical alert(s) open");
        troubles.get(false).stream().map(OverviewVerdict::sentence).forEach(bad::add);
        boolean isSaid = state.troubles().stream().anyMatch(trouble -> trouble.part().equals("source"));
        if (!state.breaker().equals("CLOSED") && !isSaid) {
            bad.add("The circuit breaker in front of the source is "
                    + state.breaker().replace('_', ' ').toLowerCase(Locale.ROOT));
        }
        List<String> reasons = new ArrayList<>(bad);
        reasons.addAll(warnings(figures, state));
        String level = !bad.isEmpty() ? "bad" : reasons.isEmpty() ? "good" : "warn";
        String headline = reasons.isEmpty() ? "All is well: " + live + " channels live" : reasons.get(0);
        return new OverviewVerdict(level, headline, reasons);
    }

    private static List<String> warnings(Map<String, Object> figures, Overview.State state) {
        List<String> reasons = new ArrayList<>();
        if (state.paused()) {
            reasons.add("Ingestion is paused");
        } else if (state.source().equals("unknown")) {
            reasons.add("The source has not responded yet since the start");
        }
        add(reasons, state.spoolFiles(), "response(s) of the source wait to be stored");
        add(reasons, count(figures, "alertsOpen", "warning"), "warning(s) open");
        add(reasons, count(figures, "channels", "quarantined"),
                "channel(s) in quarantine: too many readings break rules");
        add(reasons, count(figures, "channels", "dead"), "channel(s) dead: the source refuses them");
        return reasons;
    }

    private static String sentence(Trouble trouble) {
        return Character.toUpperCase(trouble.part().charAt(0)) + trouble.part().substring(1) + ": " + trouble.reason();
    }

    private static long count(Map<String, Object> figures, String name, String part) {
        return ((JsonNode) figures.get(name)).path(part).asLong();
    }

    private static void add(List<String> reasons, long count, String of) {
        if (count > 0) {
            reasons.add(count + " " + of.replace("(s)", count == 1 ? "" : "s"));
        }
    }
}
