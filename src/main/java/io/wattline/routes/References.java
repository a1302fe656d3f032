package io.wattline.routes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** References between routes: exactly one route reads each endpoint, and each configuration is defined. */
final class References implements RouteRule {

    private static final Pattern INTERNAL = Pattern.compile("^(?:direct|seda):/*([\\w-]+)");

    private record Reader(RouteFile file, RouteText text) {

        @Override
        public String toString() {
            return file.name() + ", line " + text.place().line();
        }
    }

    private final Collection<String> entries;

    /** @param entries {@code direct:} endpoints to which the program itself sends */
    References(Collection<String> entries) {
        this.entries = entries;
    }

    @Override
    public List<Complaint> complaints(List<RouteFile> files) {
        List<Complaint> complaints = new ArrayList<>();
        Map<String, List<Reader>> readers = readers(files);
        files.forEach(file -> file.texts().stream().filter(text -> text.isAddress() && !isInput(text)).forEach(text -> {
            String endpoint = endpoint(text.text());
            if (endpoint != null && !readers.containsKey(endpoint)) {
                complaints.add(Complaint.at(file, text.place(), "no route reads " + endpoint, "what a route in "
                        + "routes/ reads"));
            }
        }));
        new TreeSet<>(entries).stream().filter(entry -> !readers.containsKey(entry)).forEach(entry ->
                complaints.add(new Complaint("routes", 0, "no route reads " + entry + ", to which Wattline itself "
                        + "sends", "what is sent to is read")));
        readers.forEach((endpoint, several) -> complaints.addAll(ambiguous(endpoint, several)));
        readers.values().forEach(several -> several.forEach(reader -> complaints.addAll(misnamed(reader))));
        complaints.addAll(configurations(files));
        return complaints;
    }

    private static Map<String, List<Reader>> readers(List<RouteFile> files) {
        return files.stream()
                .flatMap(file -> file.texts().stream()
                        .filter(text -> isInput(text) && endpoint(text.text()) != null)
                        .map(text -> new Reader(file, text)))
                .collect(Collectors.groupingBy(reader -> endpoint(reader.text().text())));
    }

    private static List<Complaint> ambiguous(String endpoint, List<Reader> readers) {
        return readers.size() == 1 || !endpoint.startsWith("direct:")
                ? List.of()
                : readers.stream()
                        .map(reader -> Complaint.at(
                                reader.file(),
                                reader.text().place(),
                                endpoint + ", which a route in " + readers.get(reader.equals(readers.get(0)) ? 1 : 0)
                                        + " reads too",
                                "one route for each direct: endpoint"))
                        .toList();
    }

    /** An engineer finds a route by the endpoint that starts it. */
    private static List<Complaint> misnamed(Reader reader) {
        String name = endpoint(reader.text().text()).replaceFirst("^\\w+:", "");
        return reader
                .text()
                .step()
                .route()
                .flatMap(RouteStep::id)
                .filter(id -> !id.equals(name))
                .map(id -> Complaint.at(
                        reader.file(),
                        reader.text().place(),
                        "route " + id + " reads '" + reader.text().text() + "'",
                        "an endpoint that is named as the route: " + id))
                .stream()
                .toList();
    }

    /** Camel would silently ignore it. */
    private static List<Complaint> configurations(List<RouteFile> files) {
        Set<String> defined = files.stream()
                .flatMap(file -> file.steps("routeConfiguration").stream())
                .flatMap(each -> each.text("id").stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return files.stream()
                .flatMap(file -> file.texts().stream()
                        .filter(text -> text.key().equals("routeConfigurationId") && !defined.contains(text.text()))
                        .map(text -> Complaint.at(
                                file,
                                text.place(),
                                "routeConfigurationId '" + text.text() + "' is defined " + "nowhere",
                                defined.toString())))
                .toList();
    }

    private static boolean isInput(RouteText text) {
        return text.endsWith("from", "uri");
    }

    private static String endpoint(String address) {
        Matcher internal = INTERNAL.matcher(address.strip());
        return internal.find()
                ? address.strip().substring(0, address.strip().indexOf(':') + 1) + internal.group(1)
                : null;
    }
}
