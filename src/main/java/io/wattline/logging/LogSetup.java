package io.wattline.logging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Points logging to its configuration before the first logger is made; to be called first of all. */
public final class LogSetup {

    private LogSetup() {
    }

    /**
     * {@code config/logback.xml} of the home wins over the one in the jar. Logs of a verb go to {@code
     * data/logs/<verb>.log}.
     */
    public static void prepare(Path home, String verb, Map<String, String> environment) {
        System.setProperty("WATTLINE_HOME", home.toString());
        System.setProperty("WATTLINE_VERB", verb);
        System.setProperty("WATTLINE_LOG_LEVEL", environment.getOrDefault("WATTLINE_LOG_LEVEL", level(verb)));
        Path file = home.resolve("config").resolve("logback.xml");
        if (System.getProperty("logback.configurationFile") == null && Files.isRegularFile(file)) {
            System.setProperty("logback.configurationFile", file.toString());
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /**
     * A service is followed by its log; a person at a verb reads what it prints, and a demo provokes warnings by the
     * hundred.
     */
    private static String level(String verb) {
        return switch (verb) {
            case "run" -> "INFO";
            case "demo" -> "ERROR";
            default -> "WARN";
        };
    }
}
