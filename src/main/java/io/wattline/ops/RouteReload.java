package io.wattline.ops;

import io.wattline.reading.PollDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.FileWatcherResourceReloadStrategy;
import org.apache.camel.support.PluginHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes edits of {@code routes/*.camel.yaml} while the process runs. An edit is first checked in a context of its own ({@link RouteCheck}); one
 * that fails there is refused with file and line, and the routes that run go on. Polls end after their window before routes change, so no work
 * in hand is lost.
 */
public final class RouteReload extends FileWatcherResourceReloadStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(RouteReload.class);
    /** Longer than a window takes with all of its tries, unless the source asks for long pauses. */
    private static final Duration WORK_IN_HAND_MAX = Duration.ofMinutes(2);

    private final RouteCheck check;
    private final PollDesk desk;
    private final Runnable afterwards;
    private final RouteTexts texts;
    private final Map<Path, String> seen = new HashMap<>();

    /** @param afterwards told after an edit has taken effect */
    public RouteReload(Path folder, RouteCheck check, PollDesk desk, Runnable afterwards) {
        super(folder.toString(), false);
        this.check = check;
        this.desk = desk;
        this.afterwards = afterwards;
        texts = new RouteTexts(folder);
        seen.putAll(texts.running());
        setFileFilter(file -> file.getName().endsWith(RouteTexts.ENDING));
        setResourceReload((name, resource) -> reload(Path.of(name)));
    }

    /** One edit makes several events: each text is looked at once. */
    private void reload(Path file) {
        String name = file.getFileName().toString();
        String text = RouteTexts.settled(file).orElse(null);
        if (text == null) {
            LOG.warn("Routes: {} is gone; its routes run until the next start", name);
        } else if (!text.equals(seen.put(file, text))) {
            edit(file, name, text);
        }
    }

    private void edit(Path file, String name, String text) {
        try {
            Set<String> configurations = check.check(getCamelContext(), texts.running(), file, text);
            if (desk.pause(WORK_IN_HAND_MAX)) {
                take(file, text, configurations);
                LOG.info("Routes: the edit of {} has taken effect", name);
            } else {
                seen.remove(file);
                LOG.error("Routes: the edit of {} is refused for now: {} channel(s) are still being polled after {}; save it again to try again", name,
                        desk.inHand(), WORK_IN_HAND_MAX);
            }
        } catch (Exception e) {
            LOG.error("Routes: the edit of {} is refused; the routes that run go on. {}", name, RouteComplaint.of(name, text, e));
        } finally {
            desk.resume();
        }
    }

    private void take(Path file, String text, Set<String> configurations) throws Exception {
        String before = texts.running().get(file);
        try {
            update(file, text, configurations);
        } catch (Exception e) {
            if (before != null) {
                update(file, before, configurations);
            }
            throw e;
        }
        texts.runs(file, text);
        afterwards.run();
    }

    /** With the file, those whose routes go by a configuration of it: they take it over only when they are made anew. */
    private void update(Path file, String text, Set<String> configurations) throws Exception {
        Model model = getCamelContext().getCamelContextExtension().getContextPlugin(Model.class);
        Map<Path, Resource> resources = new LinkedHashMap<>(Map.of(file, RouteCheck.resource(file, text)));
        texts.running().forEach((other, running) -> {
            if (routes(model, other).anyMatch(route -> configurations.contains(String.valueOf(route.getRouteConfigurationId())))) {
                resources.putIfAbsent(other, RouteCheck.resource(other, running));
            }
        });
        Set<String> gone = routes(model, file).map(RouteDefinition::getId).collect(Collectors.toCollection(TreeSet::new));
        for (RouteConfigurationDefinition old : List.copyOf(model.getRouteConfigurationDefinitions())) {
            if (configurations.contains(old.getId())) {
                model.removeRouteConfiguration(old);
            }
        }
        gone.removeAll(PluginHelper.getRoutesLoader(getCamelContext()).updateRoutes(resources.values()));
        removeAll(gone);
    }

    private static Stream<RouteDefinition> routes(Model model, Path file) {
        return List.copyOf(model.getRouteDefinitions()).stream().filter(route -> isOf(route.getResource(), file));
    }

    private static boolean isOf(Resource resource, Path file) {
        return resource != null && Path.of(resource.getLocation().replaceFirst("^file:", "")).equals(file);
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
