package io.wattline.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ids and descriptions: logs, metrics and JMX call a step by its id, people by its description. Camel silently takes away a route whose id comes a second time. */
final class Names implements RouteRule {

    private record Place(RouteFile file, RouteStep step) {

        @Override
        public String toString() {
            return file.name() + ", line " + step.part("id").orElseThrow().line();
        }
    }

    @Override
    public List<Complaint> complaints(List<RouteFile> files) {
        List<Complaint> complaints = new ArrayList<>();
        Map<String, List<Place>> places = new TreeMap<>();
        for (RouteFile file : files) {
            for (RouteStep step : file.steps()) {
                for (String key : List.of("id", "description")) {
                    if (step.value().isMap() && step.text(key).isEmpty()) {
                        complaints.add(Complaint.at(file, step.value(), step.name() + " without " + (key.equals("id") ? "an id" : "a description"), "one of its own"));
                    }
                }
                step.text("id").ifPresent(id -> places.computeIfAbsent(id, none -> new ArrayList<>()).add(new Place(file, step)));
            }
        }
        places.forEach((id, several) -> complaints.addAll(ambiguous(id, several)));
        return complaints;
    }

    /** Whichever was edited last is to blame: each place names another. */
    private static List<Complaint> ambiguous(String id, List<Place> places) {
        return places.size() == 1 ? List.of() : places.stream().map(place -> Complaint.at(place.file(), place.step().part("id").orElseThrow(),
                "id '" + id + "', which stands in " + places.get(place.equals(places.get(0)) ? 1 : 0) + " too", "an id that nothing else has")).toList();
    }
}
