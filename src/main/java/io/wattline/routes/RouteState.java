package io.wattline.routes;

import java.util.Comparator;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;

/**
 * The state of a route.
 *
 * @param group what belongs together: the file in routes/ that it comes from
 * @param state Started, Stopped, Suspended, or on the way there
 */
public record RouteState(String group, String name, String state, String description) {

    /** All routes of a context, by group and name. */
    public static List<RouteState> all(CamelContext context) {
        return context.getRoutes().stream()
                .map(route -> of(context, route))
                .sorted(Comparator.comparing(RouteState::group).thenComparing(RouteState::name))
                .toList();
    }

    private static RouteState of(CamelContext context, Route route) {
        return new RouteState(
                String.valueOf(route.getGroup()),
                route.getRouteId(),
                String.valueOf(context.getRouteController().getRouteStatus(route.getRouteId())),
                String.valueOf(route.getDescription()));
    }

    String line() {
        return group + " " + name + " " + state + ": " + description;
    }
}
