package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script in a checkout of its own, whose build puts a jar in place that says how it was started. */
class StartScriptTest {

    private static final Path SCRIPT = Path.of("wattline").toAbsolutePath();

    @TempDir
    private Path temporary;
    private Path checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Files.createDirectories(temporary.resolve("check out"));
        Files.copy(SCRIPT, checkout.resolve("wattline"));
        Files.createDirectories(checkout.resolve("src/main/java"));
        Files.createDirectories(checkout.resolve("config"));
        Files.writeString(checkout.resolve("src/main/java/Main.java"), "class Main {}");
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        makeJar(checkout.resolve("prepared.jar"));
        executable(checkout.resolve("mvnw"), "#!/bin/sh\necho build >> builds\nsleep 0.3\nmkdir -p target && cp "
                + "prepared.jar target/wattline.jar\n");
        makeOld();
    }

    @Test
    void it_works_from_any_folder_and_through_links_and_builds_on_first_use_only() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of("check out/wattline"));
        Path linkToLink = Files.createSymbolicLink(
                Files.createDirectories(temporary.resolve("bin")).resolve("wattline"), link);
        Run first = run(temporary, Map.of(), linkToLink, "sync", "a b", "--x=*");
        assertThat(first.out()).contains("home=" + checkout, "arguments=sync|a b|--x=*");
        assertThat(first.err()).contains("building");
        Run second = run(Path.of("/"), Map.of(), checkout.resolve("wattline"), "status");
        assertThat(second.out()).contains("home=" + checkout);
        assertThat(second.err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void it_builds_again_when_sources_change_come_or_go_but_not_for_files_that_win_on_disk() throws Exception {
        run("status");
        makeOld();
        Path main = checkout.resolve("src/main/java/Main.java");
        Files.setLastModifiedTime(main, FileTime.from(Instant.now().plusSeconds(1)));
        run("status");
        assertThat(builds()).isEqualTo(2);
        Files.setLastModifiedTime(main, FileTime.from(Instant.now().minusSeconds(100)));
        makeOld();
        Files.writeString(checkout.resolve("config/application.properties"), "a=b");
        run("status");
        assertThat(builds()).as("config on disk wins").isEqualTo(2);
        Files.delete(main);
        run("status");
        assertThat(builds()).isEqualTo(3);
        Files.delete(checkout.resolve("target/wattline.jar"));
        run("status");
        assertThat(builds()).isEqualTo(4);
    }

    @Test
    void beside_a_jar_it_runs_that_and_builds_nothing() throws Exception {
        Files.copy(checkout.resolve("prepared.jar"), checkout.resolve("wattline.jar"));
        Files.delete(checkout.resolve("pom.xml"));
        Files.delete(checkout.resolve("mvnw"));
        Run run = run("status");
        assertThat(run.out()).contains("home=" + checkout, "arguments=status");
        assertThat(run.err()).isEmpty();
        assertThat(checkout.resolve("target")).doesNotExist();
    }

    @Test
    void two_at_once_build_once() throws Exception {
        Process one = start(checkout, Map.of(), checkout.resolve("wattline"), "status");
        Process two = start(checkout, Map.of(), checkout.resolve("wattline"), "status");
        assertThat(finish(one).exitCode() + finish(two).exitCode()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void a_build_that_fails_starts_nothing_and_is_tried_again() throws Exception {
        executable(checkout.resolve("mvnw"), "#!/bin/sh\necho 'Main.java: missing ;'\nexit 1\n");
        Run run = run("status");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Main.java: missing ;", "the build failed");
        assertThat(run.out()).isEmpty();
        assertThat(run("status").err()).contains("building");
    }

    @Test
    void a_signal_reaches_the_service_itself() throws Exception {
        Process process = start(checkout, Map.of(), checkout.resolve("wattline"), "wait");
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.startsWith("pid=")) {
                line = out.readLine();
            }
            assertThat(line).as("the script has become the JVM").isEqualTo("pid=" + process.pid());
            process.toHandle().destroy();
            assertThat(out.readLine()).isEqualTo("stopped cleanly");
        }
        assertThat(process.waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
    }

    @Test
    void java_opts_come_last_and_may_choose_the_collector() throws Exception {
        String usual = run("run").out();
        assertThat(usual)
                .contains("-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError")
                .doesNotContain("TieredStopAtLevel");
        assertThat(run("status").out()).contains("TieredStopAtLevel=1");
        String chosen = run(
                        temporary,
                        Map.of("JAVA_OPTS", "-Xmx300m -XX:+UseParallelGC"),
                        checkout.resolve("wattline"),
                        "run")
                .out();
        assertThat(chosen).contains("-Xmx300m, -XX:+UseParallelGC]").doesNotContain("UseSerialGC");
    }

    @Test
    void another_home_is_handed_on() throws Exception {
        assertThat(run(temporary, Map.of("WATTLINE_HOME", "/srv/energy"), checkout.resolve("wattline"), "run")
                        .out())
                .contains("home=/srv/energy");
    }

    @Test
    void a_missing_or_old_java_is_named_and_nothing_is_built() throws Exception {
        Run missing = run(temporary, Map.of("JAVA_HOME", "/nowhere"), checkout.resolve("wattline"), "run");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("no Java at '/nowhere/bin/java'", "JDK 17 or newer");
        Path old = Files.createDirectories(temporary.resolve("jdk8/bin"));
        executable(old.resolve("java"), "#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n");
        Run tooOld =
                run(temporary, Map.of("JAVA_HOME", old.getParent().toString()), checkout.resolve("wattline"), "run");
        assertThat(tooOld.exitCode()).isEqualTo(1);
        assertThat(tooOld.err()).contains("is Java 1.8.0_402, too old");
        assertThat(checkout.resolve("builds")).doesNotExist();
    }

    @Test
    void the_jar_of_this_checkout_answers() throws Exception {
        Path jar = Path.of("target/wattline.jar").toAbsolutePath();
        Assumptions.assumeTrue(Files.exists(jar) && Files.exists(Path.of("target/lib")), "target/wattline.jar is not "
                + "built yet: ./mvnw package");
        Run run = finish(new ProcessBuilder(java(), "-jar", jar.toString(), "--help")
                .directory(temporary.toFile())
                .start());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: wattline");
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        return run(temporary, Map.of(), checkout.resolve("wattline"), arguments);
    }

    private static Run run(Path folder, Map<String, String> environment, Path script, String... arguments)
            throws IOException, InterruptedException {
        return finish(start(folder, environment, script, arguments));
    }

    private static Process start(Path folder, Map<String, String> environment, Path script, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> all = new HashMap<>(Map.of("JAVA_HOME", System.getProperty("java.home")));
        all.putAll(environment);
        builder.environment().keySet().removeAll(List.of("WATTLINE_HOME", "JAVA_OPTS", "JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(all);
        return builder.start();
    }

    private static Run finish(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, err);
    }

    private long builds() throws IOException {
        return Files.readAllLines(checkout.resolve("builds")).size();
    }

    /** All that the script compares is older than any build. */
    private void makeOld() throws IOException {
        try (Stream<Path> sources =
                Stream.concat(Files.walk(checkout.resolve("src")), Stream.of(checkout.resolve("pom.xml")))) {
            for (Path path : sources.sorted(Comparator.reverseOrder()).toList()) {
                Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(100)));
            }
        }
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void makeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, EchoMain.class.getName());
        String entry = EchoMain.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream code = EchoMain.class.getResourceAsStream("/" + entry)) {
            out.putNextEntry(new JarEntry(entry));
            code.transferTo(out);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What a run came to. */
    private record Run(int exitCode, String out, String err) {
    }
}
