package io.wattline.routes;

import io.wattline.jmx.Described;

/**
 * Routes in the hands of operators, one by its name or all of a group: the name of their file in routes/ without
 * .camel.yaml.
 */
public interface RouteOperations {

    @Described("All routes, one a line: group, name, state, and what it does.")
    String[] listRoutes();

    @Described("Starts a route that is stopped, or all of a group. Says what was done.")
    String startRoute(
            @Described(name = "route", value = "Name of a route, or of a group, as listRoutes has them.", target = true)
                    String route);

    @Described("Stops a route, or all of a group: what is in hand is finished first, for at most 30 s; what is busy "
            + "for longer goes on. Until startRoute or a restart.")
    String stopRoute(
            @Described(name = "route", value = "Name of a route, or of a group, as listRoutes has them.", target = true)
                    String route);

    @Described("Suspends a route, or all of a group: nothing new begins there until resumeRoute or a restart, "
            + "and what is in hand is finished.")
    String suspendRoute(
            @Described(name = "route", value = "Name of a route, or of a group, as listRoutes has them.", target = true)
                    String route);

    @Described("Goes on with a route that is suspended, or all of a group. Says what was done.")
    String resumeRoute(
            @Described(name = "route", value = "Name of a route, or of a group, as listRoutes has them.", target = true)
                    String route);
}
