package io.wattline.routes;

import io.wattline.jmx.NotNowException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.spi.RouteController;

/** Routes stopped and started by name and by group. Of a group, what begins work stops first and starts last. */
public final class RouteControl implements RouteOperations {

    private static final Duration IN_HAND_MAX = Duration.ofSeconds(30);
    /** Routes that begin work by themselves come before those that other routes send to. */
    private static final Comparator<Route> BEGINNERS_FIRST = Comparator.comparing(
                    (Route route) -> route.getEndpoint().getEndpointUri().startsWith("direct:"))
            .thenComparing(Route::getRouteId);

    private final CamelContext context;

    public RouteControl(CamelContext context) {
        this.context = context;
    }

    /** An action on one route; false where the route is too busy and was not changed. */
    private interface Act {
        boolean on(RouteController routes, String id) throws Exception;
    }

    @Override
    public String[] listRoutes() {
        return RouteState.all(context).stream().map(RouteState::line).toArray(String[]::new);
    }

    @Override
    public String startRoute(String route) {
        return each("start", route, BEGINNERS_FIRST.reversed(), (routes, id) -> {
            routes.startRoute(id);
            return true;
        });
    }

    @Override
    public String stopRoute(String route) {
        return each(
                "stop",
                route,
                BEGINNERS_FIRST,
                (routes, id) -> routes.stopRoute(id, IN_HAND_MAX.toSeconds(), TimeUnit.SECONDS, true));
    }

    @Override
    public String suspendRoute(String route) {
        return each("suspend", route, BEGINNERS_FIRST, (routes, id) -> {
            routes.suspendRoute(id, IN_HAND_MAX.toSeconds(), TimeUnit.SECONDS);
            return true;
        });
    }

    @Override
    public String resumeRoute(String route) {
        return each("resume", route, BEGINNERS_FIRST.reversed(), (routes, id) -> {
            routes.resumeRoute(id);
            return true;
        });
    }

    private String each(String verb, String name, Comparator<Route> order, Act act) {
        List<String> busy = new ArrayList<>();
        List<String> states = new ArrayList<>();
        for (Route route : named(name).stream().sorted(order).toList()) {
            String id = route.getRouteId();
            mustBeAllowed(verb, id);
            if (!act(act, id)) {
                busy.add(id);
            }
            states.add(id + " " + context.getRouteController().getRouteStatus(id));
        }
        return "After " + verb + " of " + name.strip() + ": " + String.join(", ", states)
                + (busy.isEmpty()
                        ? ""
                        : "; still busy after " + IN_HAND_MAX.toSeconds() + " s and not changed: " + busy);
    }

    /** Camel resumes a stopped route, and stops a suspended one silently; both are refused. */
    private void mustBeAllowed(String verb, String id) {
        ServiceStatus status = context.getRouteController().getRouteStatus(id);
        if (status.isStopped() && (verb.equals("resume") || verb.equals("suspend"))) {
            throw new NotNowException("Route " + id + " is stopped; allowed: startRoute. Nothing was done to it.");
        }
    }

    private boolean act(Act act, String id) {
        try {
            return act.on(context.getRouteController(), id);
        } catch (Exception e) {
            throw new IllegalStateException("Route " + id + " does not do it: " + RouteCheck.reason(e), e);
        }
    }

    private List<Route> named(String name) {
        String asked = name == null ? "" : name.strip();
        List<Route> found = context.getRoutes().stream()
                .filter(route -> asked.equals(route.getRouteId()) || asked.equals(route.getGroup()))
                .toList();
        if (found.isEmpty()) {
            TreeSet<String> groups = new TreeSet<>();
            context.getRoutes().forEach(route -> groups.add(String.valueOf(route.getGroup())));
            throw new IllegalArgumentException("There is no route and no group '" + asked + "'; allowed: a name as "
                    + "listRoutes gives it, or a group of " + groups
                    + ". Nothing was done.");
        }
        return found;
    }
}
