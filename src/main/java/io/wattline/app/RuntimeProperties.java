package io.wattline.app;

import io.wattline.routes.RouteSettings;
import io.wattline.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What routes and Camel itself read: the settings, what modules state, and how Camel runs. Secrets are left out, since
 * Camel's start-up log shows placeholders; beans give them to those who need them.
 */
final class RuntimeProperties {

    private RuntimeProperties() {
    }

    static Properties of(Modules modules, RunMode mode) {
        Settings settings = modules.base().settings();
        Properties properties = settings.openProperties();
        putCamel(properties, settings);
        put(properties, "timers.start", mode == RunMode.TIMERS);
        put(properties, "camel.server.enabled", false); // the http module has a server of its own
        modules.all()
                .forEach(module ->
                        put(properties, "timers." + module.name(), mode == RunMode.TIMERS && module.enabled()));
        modules.all().forEach(module -> module.properties().forEach((key, value) -> put(properties, key, value)));
        return properties;
    }

    private static void putCamel(Properties properties, Settings settings) {
        put(properties, "camel.main.name", "wattline");
        put(properties, "camel.main.auto-configuration-environment-variables-enabled", false);
        put(properties, "camel.main.auto-configuration-system-properties-enabled", false);
        Path routes = settings.of(RouteSettings.class).directory();
        put(properties, "camel.main.routes-include-pattern",
                (Files.isDirectory(routes) ? "file:" + real(routes) : "classpath:routes") + "/*.camel.yaml");
        put(properties, "camel.main.base-package-scan-enabled", false);
        put(properties, "camel.main.stream-caching-enabled", false);
        put(properties, "camel.main.auto-configuration-log-summary", false);
        put(properties, "camel.main.startup-summary-level", "brief");
        put(properties, "camel.main.jmx-enabled", true);
        // stated, because the canary's rehearsal is a second data source
        put(properties, "camel.component.sql.data-source", "#dataSource");
        // close() must be done within 10 s: polls have had theirs (RunningService), everything else in flight gets this
        put(properties, "camel.main.shutdown-timeout", 3);
        put(properties, "camel.main.shutdown-log-inflight-exchanges-on-timeout", false);
    }

    /** Camel does not follow a folder that is a symbolic link. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("The routes in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void put(Properties properties, String key, Object value) {
        properties.setProperty(key, String.valueOf(value));
    }
}
