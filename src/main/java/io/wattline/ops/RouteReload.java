package io.wattline.ops;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.FileWatcherResourceReloadStrategy;
import org.apache.camel.support.PluginHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes edits of {@code routes/*.camel.yaml} while the process runs. A file is first loaded in a context of its own ({@link RouteCheck}); one
 * that fails there is refused with file and line, and the routes that run go on.
 */
public final class RouteReload extends FileWatcherResourceReloadStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(RouteReload.class);

    private final RouteCheck check;
    private final Runnable afterwards;

    /** @param afterwards told after an edit has taken effect */
    public RouteReload(Path folder, RouteCheck check, Runnable afterwards) {
        super(folder.toString(), false);
        this.check = check;
        this.afterwards = afterwards;
        setFileFilter(file -> file.getName().endsWith(".camel.yaml"));
        setResourceReload((name, resource) -> reload(resource));
    }

    void reload(Resource resource) {
        String file = Path.of(resource.getLocation().replaceFirst("^file:", "")).getFileName().toString();
        try {
            check.check(getCamelContext(), resource);
            Set<String> before = routesOf(resource);
            Set<String> now = PluginHelper.getRoutesLoader(getCamelContext()).updateRoutes(List.of(resource));
            removeAll(before.stream().filter(id -> !now.contains(id)).collect(Collectors.toSet()));
            afterwards.run();
            LOG.info("Routes: the edit of {} has taken effect ({})", file, now);
        } catch (Exception e) {
            LOG.error("Routes: the edit of {} is refused; the routes that run go on. {}", file, RouteCheck.reason(e));
        }
    }

    private Set<String> routesOf(Resource resource) {
        return getCamelContext().getRoutes().stream().filter(route -> isOf(route, resource)).map(Route::getRouteId).collect(Collectors.toSet());
    }

    private static boolean isOf(Route route, Resource resource) {
        return route.getSourceResource() != null && route.getSourceResource().getURI().equals(resource.getURI());
    }

    private void removeAll(Set<String> ids) throws Exception {
        CamelContext context = getCamelContext();
        for (String id : ids) {
            context.getRouteController().stopRoute(id);
            context.removeRoute(id);
            LOG.info("Routes: {} is gone from its file and has been removed", id);
        }
    }
}
