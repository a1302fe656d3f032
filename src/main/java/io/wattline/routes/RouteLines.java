package io.wattline.routes;

import io.wattline.yaml.YamlValue;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** One line for each route, file by file, in the order in which they are written. */
public final class RouteLines {

    private final Placeholders placeholders;
    private final Instant now;

    private RouteLines(Properties settings, Instant now) {
        placeholders = new Placeholders(settings);
        this.now = now;
    }

    /**
     * Reads them.
     *
     * @param texts    by the names of their files; {@link io.wattline.yaml.YamlFileException} where one is no YAML
     * @param settings what {@code {{key}}} in the routes stands for
     * @param now      after which a timer is next due
     */
    public static List<RouteLine> of(Map<String, String> texts, Properties settings, Instant now) {
        RouteLines lines = new RouteLines(settings, now);
        List<RouteFile> files = texts.entrySet().stream()
                .map(each -> RouteFile.parse(each.getKey(), each.getValue()))
                .toList();
        return RouteFile.withTemplatedRoutes(files).stream()
                .flatMap(file -> file.routes().map(route -> lines.line(file, route)))
                .toList();
    }

    private RouteLine line(RouteFile file, RouteStep route) {
        RouteStep input = new RouteStep("from", route.part("from").orElse(route.value()), route, route.use());
        String uri = input.text("uri").orElse("-");
        Map<String, YamlValue> parameters = input.part("parameters")
                .filter(YamlValue::isMap)
                .map(YamlValue::entries)
                .orElse(Map.of());
        String cron = parameters.containsKey("cron") ? input.resolved(parameters.get("cron").text()) : null;
        return new RouteLine(
                route.id().orElse("-"),
                file.capability(),
                file.name(),
                route.place().line(),
                from(uri, parameters, cron),
                cron == null ? null : next(placeholders.resolved(cron)),
                route.text("description").orElse("-"));
    }

    private String from(String uri, Map<String, YamlValue> parameters, String cron) {
        if (cron != null) {
            String resolved = placeholders.resolved(cron);
            return "cron " + (resolved.equals(cron) ? "" : cron.replaceAll("[{}]", "") + ": ") + resolved;
        }
        if (uri.startsWith("platform-http:")) {
            YamlValue method = parameters.get("httpMethodRestrict");
            return (method == null ? "HTTP" : method.text()) + " " + uri.substring(uri.indexOf(':') + 1);
        }
        return uri.startsWith("timer:") ? "every start" : uri;
    }

    /** By UTC, as all timers; null where it is no cron expression, or is never due. */
    private Instant next(String cron) {
        try {
            CronExpression expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone("UTC"));
            Date next = expression.getNextValidTimeAfter(Date.from(now));
            return next == null ? null : next.toInstant();
        } catch (ParseException e) {
            return null;
        }
    }
}
