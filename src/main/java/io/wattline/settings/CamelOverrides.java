package io.wattline.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what would configure Camel past the settings of Wattline. Camel reads every variable such as
 * {@code CAMEL_SERVER_HOST} and lets it win, which could open the service to other machines without a token.
 */
final class CamelOverrides {

    /** Groups of keys that Camel Main reads from the environment, from system properties and from files. */
    private static final Set<String> GROUPS = Set.of("main", "server", "management", "ssl", "rest", "component",
            "dataformat", "language", "beans", "context", "health", "vault", "faulttolerance", "resilience4j",
            "routecontroller", "routetemplate", "threadpool", "trace", "debug", "devconsole", "globaloptions", "lra",
            "mdc", "metrics", "opentelemetry", "opentelemetry2", "startupcondition", "telemetrydev", "variable", "cli",
            "cloud", "kubernetes");
    /** Groups that decide who reaches the process, or whom it trusts; no file may set them either. */
    private static final Set<String> CLOSED = Set.of("server", "ssl", "rest", "vault");
    private static final String MANAGEMENT_HOST = "camel.management.host";

    private CamelOverrides() {
    }

    /**
     * What is wrong with variables, system properties and files.
     *
     * @param values all settings, files and environment together
     */
    static List<String> problems(Collection<String> variables, Collection<String> system, Map<String, String> values) {
        Set<String> known = new TreeSet<>();
        values.keySet().forEach(key -> known.add(Settings.variable(key)));
        List<String> problems = new ArrayList<>();
        variables.stream().filter(name -> isCamel(name, "_") && !known.contains(name)).sorted()
                .map(name -> problem("Environment variable " + name, name, "_")).forEach(problems::add);
        system.stream().filter(name -> isCamel(name, ".")).sorted()
                .map(name -> problem("System property " + name, name, ".")).forEach(problems::add);
        values.keySet().stream().filter(key -> isCamel(key, ".") && CLOSED.contains(group(key, ".")))
                .map(key -> problem("Key " + key, key, ".")).forEach(problems::add);
        if (Boolean.parseBoolean(values.get("camel.management.enabled"))
                && !Hosts.isLoopback(values.getOrDefault(MANAGEMENT_HOST, "0.0.0.0"))) {
            problems.add("Key " + MANAGEMENT_HOST + " is '" + values.getOrDefault(MANAGEMENT_HOST, "0.0.0.0")
                    + "'; allowed: 127.0.0.1, since whoever reaches that port controls the process");
        }
        return problems;
    }

    private static boolean isCamel(String name, String separator) {
        return name.toLowerCase(Locale.ROOT).startsWith("camel" + separator) && GROUPS.contains(group(name, separator));
    }

    private static String group(String name, String separator) {
        String[] parts = name.toLowerCase(Locale.ROOT).split(separator.equals(".") ? "\\." : "_", 3);
        return parts.length > 1 ? parts[1].replace("-", "") : "";
    }

    private static String problem(String what, String name, String separator) {
        return what + " would configure Camel past Wattline's settings; " + switch (group(name, separator)) {
            case "server" -> "set WATTLINE_HTTP_HOST and WATTLINE_HTTP_PORT instead";
            case "ssl" -> "TLS belongs to a reverse proxy in front of Wattline";
            default -> "remove it, or set the key of docs/settings.md that does the same";
        };
    }
}
