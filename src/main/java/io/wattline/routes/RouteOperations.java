package io.wattline.routes;

import io.wattline.jmx.Described;

/**
 * Operators control routes, one by its name or all of a group. A group is a file in routes/ without its ending
 * .camel.yaml.
 */
public interface RouteOperations {

    @Described("All routes, one a line: group, name, state, and what it does.")
    String[] listRoutes();

    @Described("Starts a route that is stopped, or all of a group. Says what was done.")
    String startRoute(
            @Described(name = "route", value = "Name of a route, or of a group, as listRoutes has them.", target = true)
                    String route);

    @Described("Stops a route, or all of a group, until startRoute or a restart. Work in progress is finished first; "
            + "a route that is busy for more than 30 s is not stopped.")
    String stopRoute(
            @Described(name = "route", value = "Name of a route, or of a group, as listRoutes has them.", target = true)
                    String route);

    @Described("Suspends a route, or all of a group, until resumeRoute or a restart. Work in progress is finished; "
            + "no new work begins.")
    String suspendRoute(
            @Described(name = "route", value = "Name of a route, or of a group, as listRoutes has them.", target = true)
                    String route);

    @Described("Resumes a route that is suspended, or all of a group. Says what was done.")
    String resumeRoute(
            @Described(name = "route", value = "Name of a route, or of a group, as listRoutes has them.", target = true)
                    String route);
}
