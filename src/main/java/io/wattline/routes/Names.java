package io.wattline.routes;

import io.wattline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Ids and descriptions. Logs, metrics and JMX name a step by its id; people read descriptions. Camel silently drops a
 * route whose id is used twice. Everything has an id, except a route configuration that applies to all routes. A
 * description is required of routes, templates and configurations, and of calls by HTTP, mail or file.
 */
final class Names implements RouteRule {

    private static final Set<String> NEED_DESCRIPTION = Set.of("route", "routeTemplate", "routeConfiguration");
    private static final Set<String> CALLS = Set.of("to", "toD", "wireTap", "enrich", "pollEnrich", "poll");
    /** Endpoints whose address says enough, such as the file name of a statement. */
    private static final Set<String> PLAIN = Set.of("direct", "seda", "log", "sql");

    private record Place(RouteFile file, RouteStep step) {

        YamlValue value() {
            return step.use() == null
                    ? step.part(step.kind().equals("templatedRoute") ? "routeId" : "id")
                            .orElse(step.value())
                    : step.place();
        }

        @Override
        public String toString() {
            return file.name() + ", line " + value().line();
        }
    }

    @Override
    public List<Complaint> complaints(List<RouteFile> files) {
        List<Complaint> complaints = new ArrayList<>();
        Map<String, List<Place>> places = new TreeMap<>();
        for (RouteFile file : files) {
            for (RouteStep step : file.steps()) {
                if (step.use() == null && step.value().isMap()) {
                    missing(file, step, complaints);
                }
                if (!step.kind().equals("templatedRoute")
                        && (!step.isInTemplate() || step.kind().equals("routeTemplate"))) {
                    step.id().ifPresent(id -> places.computeIfAbsent(id, none -> new ArrayList<>())
                            .add(new Place(file, step)));
                }
            }
        }
        places.forEach((id, several) -> complaints.addAll(ambiguous(id, several)));
        return complaints;
    }

    private static void missing(RouteFile file, RouteStep step, List<Complaint> complaints) {
        boolean isOfTemplate = step.kind().equals("route") && step.isInTemplate();
        if (step.id().isEmpty() && !isOfTemplate && !step.kind().equals("routeConfiguration")) {
            complaints.add(Complaint.at(file, step.value(), step.name() + " without an id", "an id of its own"));
        }
        if (step.text("description").isEmpty()
                && !isOfTemplate
                && (NEED_DESCRIPTION.contains(step.kind()) || leaves(step))) {
            complaints.add(Complaint.at(file, step.value(), step.name() + " without a description", "a description "
                    + "that says what it does"));
        }
    }

    private static boolean leaves(RouteStep step) {
        return CALLS.contains(step.kind())
                && !PLAIN.contains(step.text("uri").orElse("").strip().replaceFirst(":.*", ""));
    }

    /** Each place names the other one, since either may be the mistake. */
    private static List<Complaint> ambiguous(String id, List<Place> places) {
        return places.size() == 1
                ? List.of()
                : places.stream()
                        .map(place -> Complaint.at(
                                place.file(),
                                place.value(),
                                "id '" + id + "', which stands in " + places.get(place.equals(places.get(0)) ? 1 : 0)
                                        + " too",
                                "an id that nothing else has"))
                        .toList();
    }
}
