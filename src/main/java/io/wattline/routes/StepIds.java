package io.wattline.routes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An id says where the step stands: it begins with the id of the route or of the step around it. */
final class StepIds implements RouteRule {

    /** Its id is the name of the breaker in metrics and health. */
    private static final String BREAKER = "circuitBreaker";

    @Override
    public List<Complaint> complaints(List<RouteFile> files) {
        return files.stream()
                .flatMap(file -> file.steps().stream()
                        .filter(step -> step.route().isPresent() && !step.isInTemplate() && isAstray(step))
                        .map(step -> Complaint.at(
                                file,
                                step.place(),
                                step.name() + ", whose id does not begin with the id of " + "its route",
                                "an id such as "
                                        + step.route().flatMap(RouteStep::id).orElse("route") + "-"
                                        + step.kind().toLowerCase(java.util.Locale.ROOT))))
                .toList();
    }

    private static boolean isAstray(RouteStep step) {
        Optional<String> id = step.id();
        return id.isPresent()
                && !step.kind().equals("route")
                && !step.kind().equals(BREAKER)
                && around(step).flatMap(outer -> outer.id().stream()).noneMatch(outer -> id.get()
                        .startsWith(outer + "-"));
    }

    private static Stream<RouteStep> around(RouteStep step) {
        return Stream.iterate(step.around(), each -> each != null, RouteStep::around);
    }
}
