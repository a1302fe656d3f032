package io.wattline.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One difference between two discoveries.
 *
 * @param endpoint such as {@code GET organizations/{id}/meters}
 * @param kind     new, gone or changed
 * @param details  what has changed, a line each
 */
public record SourceChange(String endpoint, String kind, List<String> details) {

    public SourceChange {
        details = List.copyOf(details);
    }

    /** Sorted by endpoint; empty where nothing was known before. */
    static List<SourceChange> between(List<Endpoint> before, List<ProbeResult> now) {
        List<SourceChange> changes = new ArrayList<>();
        if (before.isEmpty()) {
            return changes;
        }
        Map<String, ProbeResult> found = new TreeMap<>(
                now.stream().collect(Collectors.toMap(finding -> finding.probe().endpoint(), finding -> finding)));
        before.forEach(old -> {
            ProbeResult finding = found.remove(old.name());
            if (old.isAnswered() && finding == null) {
                changes.add(new SourceChange(old.name(), "gone", List.of("nothing leads to it any more")));
            } else if (finding != null) {
                compare(old, finding, changes);
            }
        });
        found.values().stream()
                .filter(finding -> finding.state().equals(ProbeResult.ANSWERED))
                .forEach(finding -> changes.add(new SourceChange(
                        finding.probe().endpoint(),
                        "new",
                        List.of("found by " + finding.probe().origin()))));
        changes.sort(Comparator.comparing(SourceChange::endpoint));
        return changes;
    }

    private static void compare(Endpoint old, ProbeResult finding, List<SourceChange> changes) {
        if (finding.state().equals(ProbeResult.ANSWERED)) {
            if (old.state().equals("refused") || old.state().equals("gone")) {
                changes.add(new SourceChange(old.name(), "new", List.of("it did not respond before")));
                return;
            }
            List<String> details = new ArrayList<>(old.isAnswered() ? List.of() : List.of("it responds again"));
            details.addAll(
                    old.structure() == null
                            ? List.of()
                            : SchemaPaths.differences(old.structure(), finding.structure()));
            if (!details.isEmpty()) {
                changes.add(new SourceChange(old.name(), "changed", details));
            }
        } else if (old.isAnswered()) {
            boolean fails = finding.state().equals(ProbeResult.BROKEN);
            changes.add(new SourceChange(
                    old.name(), fails ? "changed" : "gone", List.of((fails ? "it fails now: " : "") + finding.note())));
        }
    }
}
