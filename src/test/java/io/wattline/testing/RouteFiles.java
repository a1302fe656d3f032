package io.wattline.testing;

import io.wattline.routes.RouteFile;
import io.wattline.routes.RouteStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All of {@code routes/*.camel.yaml} as the product's own lint reads them, templated routes included. */
public final class RouteFiles {

    /**
     * Camel does not show them to an intercept strategy: clauses are parts of a step, and a {@code doTry} is shown only
     * by its steps.
     */
    private static final Set<String> NO_PROCESSORS =
            Set.of("route", "from", "when", "otherwise", "doCatch", "doFinally", "onFallback", "doTry");

    private static final List<RouteFile> READ = load();
    private static final List<Route> ROUTES = READ.stream()
            .flatMap(file -> file.routes().map(route -> new Route(file.capability(), route)))
            .toList();
    private static final List<Step> STEPS = ROUTES.stream().flatMap(Route::steps).toList();

    /** A route that Camel runs. */
    public record Route(String capability, RouteStep step) {

        public String id() {
            return step.id().orElseThrow();
        }

        /** The endpoint that starts it, such as {@code direct:eniscope-ask}. */
        public String input() {
            return steps().filter(each -> each.step().kind().equals("from"))
                    .findFirst()
                    .flatMap(each -> each.step().text("uri"))
                    .orElse("");
        }

        /** All that has an id in it, {@code from} first. */
        public Stream<Step> steps() {
            return read().stream()
                    .filter(file -> file.capability().equals(capability))
                    .flatMap(file -> file.steps().stream())
                    .filter(each -> !each.kind().equals("route")
                            && each.route().flatMap(RouteStep::id).equals(step.id()))
                    .map(each -> new Step(this, each));
        }
    }

    /** A step of a route, or a clause of a step. */
    public record Step(Route route, RouteStep step) {

        public String id() {
            return step.id().orElseThrow();
        }

        /** Whether Camel shows it to an intercept strategy. */
        public boolean isProcessor() {
            return !NO_PROCESSORS.contains(step.kind());
        }

        @Override
        public String toString() {
            return route.capability() + ".camel.yaml, route " + route.id() + ", " + step.kind() + " "
                    + step.id().orElse("?");
        }
    }

    private RouteFiles() {
    }

    /** The files on disk, in the order of their names. */
    public static List<Path> paths() {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            return files.filter(each -> each.toString().endsWith(".camel.yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them: they do not change while tests run. */
    public static List<RouteFile> read() {
        return READ;
    }

    private static List<RouteFile> load() {
        List<RouteFile> files = new ArrayList<>();
        for (Path path : paths()) {
            try {
                files.add(RouteFile.parse(path.getFileName().toString(), Files.readString(path)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return RouteFile.withTemplatedRoutes(files);
    }

    public static List<Route> routes() {
        return ROUTES;
    }

    public static List<Step> steps() {
        return STEPS;
    }
}
