package io.wattline.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.WattlineSettings;
import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.http.HttpServer;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.settings.SettingKey;
import io.wattline.settings.Settings;
import io.wattline.testing.MovableClock;
import io.wattline.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Unit of systemd, container file and examples of settings, as far as they can be checked without systemd and a
 * container engine.
 */
class PackagingTest {

    private static final Path UNIT = Path.of("packaging/wattline.service");
    private static final String TOKEN = "a-token-of-sixteen-or-more";
    private static final Set<String> KNOWN = known();

    @TempDir
    private Path folder;

    @Test
    void systemd_finds_nothing_wrong_with_the_unit() throws Exception {
        Path unit = folder.resolve("wattline.service");
        Files.writeString(unit, Files.readString(UNIT).replace("/opt/wattline/wattline", "/bin/true"));
        Tool.Result verified = Tool.SYSTEMD_ANALYZE.run("", "verify", unit.toString());
        assertThat(verified.text().lines().filter(line -> line.contains("wattline.service")))
                .as(verified.text())
                .isEmpty();
    }

    @Test
    void its_exposure_is_what_the_documents_say() throws Exception {
        Tool.Result judged = Tool.SYSTEMD_ANALYZE.run("", "security", "--offline=true", UNIT.toString());
        Matcher exposure = Pattern.compile("Overall exposure level for wattline.service: ([0-9.]+) ([A-Z]+)")
                .matcher(judged.text());
        assertThat(exposure.find()).as(judged.text()).isTrue();
        assertThat(Double.parseDouble(exposure.group(1))).isLessThan(2);
        assertThat(Files.readString(Path.of("docs/installing.md")))
                .contains("**" + exposure.group(1) + " (" + exposure.group(2) + ")**");
    }

    @Test
    void the_image_is_small_runs_as_nobody_of_importance_and_has_a_health_check() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("packaging/Containerfile")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        assertThat(lines.get(0)).matches("FROM docker\\.io/library/eclipse-temurin:17-jre-\\w+");
        assertThat(lines.stream().filter(line -> line.startsWith("USER ")))
                .last()
                .asString()
                .matches("USER [1-9]\\d{3,}");
        assertThat(lines.stream().filter(line -> line.matches("(ADD|COPY) .*")))
                .allSatisfy(line -> assertThat(line).doesNotContain("http"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("HEALTHCHECK ")
                        .contains("[\"/opt/wattline/packaging/healthcheck\"]"))
                .contains("ENTRYPOINT [\"/opt/wattline/wattline\"]", "CMD [\"run\"]")
                .noneMatch(line -> line.matches(".*(PASSWORD|TOKEN|KEY)=.*"));
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<version>"
                        + lines.stream()
                                .filter(line -> line.startsWith("ARG VERSION="))
                                .findFirst()
                                .orElseThrow()
                                .substring(12)
                        + "</version>");
    }

    @Test
    void the_health_check_needs_nothing_but_bash_and_the_token() throws Exception {
        MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:10:00Z"));
        try (WattlineUnderTest wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), clock), clock,
                Map.of("wattline.http.token", TOKEN), RunMode.TIMERS)) {
            String port = String.valueOf(HttpServer.port(wattline.context()).orElseThrow());
            assertThat(healthCheck(Map.of(
                            "WATTLINE_HTTP_HOST", "0.0.0.0", "WATTLINE_HTTP_PORT", port, "WATTLINE_HTTP_TOKEN", TOKEN)))
                    .isZero();
            assertThat(healthCheck(Map.of("WATTLINE_HTTP_PORT", port))).as("without the token").isEqualTo(1);
        }
        assertThat(healthCheck(Map.of("WATTLINE_HTTP_PORT", "1"))).as("nobody there").isEqualTo(1);
    }

    @Test
    void examples_of_settings_name_what_there_is_and_hold_no_secret() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("config/examples"))) {
            List<Path> examples = files.filter(file -> file.toString().endsWith(".env")).toList();
            assertThat(examples).hasSizeGreaterThanOrEqualTo(3);
            for (Path example : examples) {
                Properties lines = new Properties();
                lines.load(Files.newBufferedReader(example));
                assertThat(KNOWN).as(example.toString()).containsAll(lines.stringPropertyNames());
                lines.forEach((name, value) -> {
                    if (name.toString().matches(".*(PASSWORD|KEY|TOKEN|WEBHOOK_URL|DATABASE_URL)")) {
                        assertThat(value).as(example + " " + name).isEqualTo("");
                    }
                });
            }
        }
    }

    @Test
    void every_folder_and_file_of_the_archive_is_there() throws IOException {
        String descriptor = Files.readString(Path.of("src/main/assembly/distribution.xml"));
        Set<String> named = Pattern.compile("<(?:source|directory)>([^<]+)<")
                .matcher(descriptor)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(named).contains("wattline", "routes", "config", "db", "docs", "packaging").allSatisfy(name ->
                assertThat(name.startsWith("target/") || Files.exists(Path.of(name))).as(name).isTrue());
    }

    private int healthCheck(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder check = new ProcessBuilder(
                        Path.of("packaging/healthcheck").toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("check").toFile());
        check.environment().keySet().removeIf(name -> name.startsWith("WATTLINE_"));
        check.environment().putAll(environment);
        return check.start().waitFor();
    }

    /** The variable of every key. */
    private static Set<String> known() {
        return WattlineSettings.GROUPS.stream()
                .flatMap(group -> SettingKey.of(group).stream())
                .map(key -> Settings.variable(key.key()))
                .collect(Collectors.toSet());
    }
}
