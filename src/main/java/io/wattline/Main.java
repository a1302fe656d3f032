package io.wattline;

import io.wattline.app.ServiceLauncher;
import io.wattline.cli.Cli;
import io.wattline.logging.LogSetup;
import io.wattline.settings.Home;
import io.wattline.settings.SettingsException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Entry point of {@code ./wattline} and of the jar. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        // what is written is English, and its numbers are: 1,056.5 wherever it runs, also where programs read it
        Locale.setDefault(Locale.ENGLISH);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Map<String, String> environment = System.getenv();
        try {
            Path home = Home.find(environment);
            LogSetup.prepare(home, verb(arguments), environment);
            return new Cli(new ServiceLauncher(), home, environment, out, err, isInteractive()).execute(arguments);
        } catch (SettingsException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    /** It names a log file, so only what looks like a verb is taken. */
    private static String verb(String[] arguments) {
        return Arrays.stream(arguments)
                .findFirst()
                .filter(first -> first.matches("[a-z][a-z-]{1,20}"))
                .orElse("wattline");
    }

    /** The start script knows whether stdout is a terminal; Java 17 knows it only of stdin and stdout together. */
    private static boolean isInteractive() {
        return Boolean.getBoolean("wattline.terminal") || System.console() != null;
    }
}
