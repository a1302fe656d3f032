package io.wattline.testing;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** All of {@code routes/*.camel.yaml} as data, for checks of how they are written. A key that stands twice, of which Camel takes the last, is an error here. */
public final class RouteFiles {

    /** What stands in a list and is no step, but has an id and a description all the same. */
    private static final Set<String> CLAUSES = Set.of("when", "doCatch");

    /** One file; its capability is its name without {@code .camel.yaml}. */
    public record RouteFile(String capability, JsonNode content) {
    }

    /** A route of a file. */
    public record Route(String capability, String id, JsonNode node) {

        /** What it reads, such as {@code direct:api-get}. */
        public String input() {
            return node.path("from").path("uri").asText();
        }
    }

    /**
     * Anything within a route that has an id.
     *
     * @param kind  such as {@code setBody}; {@code from}, {@code when}, {@code otherwise}, {@code doCatch} and {@code doFinally} too
     * @param inside ids of the route and of the steps around it, the nearest last
     */
    public record Step(Route route, String kind, String id, JsonNode node, List<String> inside) {

        /** Whether Camel shows it to an intercept strategy: clauses are parts of a step, and a {@code doTry} is not shown but for its steps. */
        public boolean isProcessor() {
            return !CLAUSES.contains(kind) && !Set.of("from", "otherwise", "doFinally", "doTry").contains(kind);
        }

        @Override
        public String toString() {
            return route.capability() + ".camel.yaml, route " + route.id() + ", " + kind + " " + id;
        }
    }

    private RouteFiles() {
    }

    public static List<RouteFile> read() {
        YAMLMapper yaml = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            List<RouteFile> read = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".camel.yaml")).sorted().toList()) {
                read.add(new RouteFile(file.getFileName().toString().replace(".camel.yaml", ""), yaml.readTree(Files.readString(file))));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        read().forEach(file -> file.content().forEach(element -> {
            if (element.has("route")) {
                routes.add(new Route(file.capability(), element.path("route").path("id").asText(null), element.path("route")));
            }
        }));
        return routes;
    }

    public static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        routes().forEach(route -> {
            steps.add(new Step(route, "from", route.node().path("from").path("id").asText(null), route.node().path("from"), List.of(route.id())));
            collect(route, route.node().path("from"), List.of(route.id()), steps);
        });
        return steps;
    }

    private static void collect(Route route, JsonNode around, List<String> inside, List<Step> steps) {
        around.path("steps").forEach(element -> element.properties().forEach(each -> add(route, each.getKey(), each.getValue(), inside, steps)));
        for (String clause : CLAUSES) {
            around.path(clause).forEach(each -> add(route, clause, each, inside, steps));
        }
        for (String clause : List.of("otherwise", "doFinally")) {
            if (around.has(clause)) {
                add(route, clause, around.path(clause), inside, steps);
            }
        }
    }

    private static void add(Route route, String kind, JsonNode node, List<String> inside, List<Step> steps) {
        String id = node.path("id").asText(null);
        steps.add(new Step(route, kind, id, node, inside));
        List<String> within = new ArrayList<>(inside);
        within.add(String.valueOf(id));
        collect(route, node, within, steps);
    }

    /** Walks everything below a node: the visitor gets the key (of a list, the list's key) and each value. */
    public static void walk(JsonNode node, BiConsumer<String, JsonNode> visitor) {
        node.properties().forEach(each -> visit(each.getKey(), each.getValue(), visitor));
        if (node.isArray()) {
            node.forEach(each -> walk(each, visitor));
        }
    }

    private static void visit(String key, JsonNode value, BiConsumer<String, JsonNode> visitor) {
        if (value.isArray()) {
            value.forEach(each -> visit(key, each, visitor));
        } else {
            visitor.accept(key, value);
            walk(value, visitor);
        }
    }
}
