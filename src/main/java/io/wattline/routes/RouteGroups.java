package io.wattline.routes;

import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;

/** Gives each route the group that it belongs to: the name of its file, or where it is made by a rule, the first word of its name. */
public final class RouteGroups extends ModelLifecycleStrategySupport {

    /** Before the routes are loaded. */
    public static void give(CamelContext context) {
        context.getCamelContextExtension().getContextPlugin(Model.class).addModelLifecycleStrategy(new RouteGroups());
    }

    @Override
    public void onAddRouteDefinition(RouteDefinition route) {
        if (route.getGroup() == null) {
            route.setGroup(group(route.getResource(), route.getRouteId()));
        }
    }

    private static String group(Resource file, String id) {
        if (file != null && file.getLocation().endsWith(RouteTexts.ENDING)) {
            return file.getLocation().replaceFirst("^.*[/:]", "").replace(RouteTexts.ENDING, "");
        }
        return id.replaceFirst("-.*", "");
    }
}
