package io.wattline.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The product as a process of its own, as the start script starts it, with a copy of routes and config as its home. */
public final class Child {

    private Child() {
    }

    /** What it writes goes to {@code out} and {@code err} in its home. */
    public static Process start(Path home, Map<String, String> environment, String... arguments) throws IOException {
        TestHome.copyTo(home);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-cp",
                classes(),
                "io.wattline.Main"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder child = new ProcessBuilder(command);
        child.environment().keySet().removeIf(name -> name.matches("(DATABASE|ENISCOPE|WATTLINE)_.*"));
        child.environment().putAll(environment);
        child.environment().put("WATTLINE_HOME", home.toString());
        return child.redirectOutput(home.resolve("out").toFile()).redirectError(home.resolve("err").toFile()).start();
    }

    /** The product's own classes come first: the logging of tests is another. */
    private static String classes() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
