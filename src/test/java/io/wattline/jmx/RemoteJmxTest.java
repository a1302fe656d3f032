package io.wattline.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.ControlService;
import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.CapturedLog;
import io.wattline.testing.FreePort;
import io.wattline.testing.MovableClock;
import io.wattline.testing.Patience;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consoles of other machines, each a process of its own, at a service with TLS and passwords. */
class RemoteJmxTest {

    private static final String SECRET = "keystore-password-4711";
    @TempDir
    private static Path folder;
    private static int port;
    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() throws Exception {
        keytool(
                "-genkeypair",
                "-alias",
                "wattline",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                path("server.p12"));
        keytool("-exportcert", "-alias", "wattline", "-file", path("server.crt"), "-keystore", path("server.p12"));
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "wattline",
                "-file",
                path("server.crt"),
                "-keystore",
                path("trusted.p12"));
        secret("passwords", "ann anns-password\nmonitor monitors-password\n");
        Files.writeString(folder.resolve("roles"), "ann readwrite\nmonitor readonly\n");
        port = FreePort.next();
        MovableClock clock = new MovableClock(Instant.parse("2026-03-10T12:07:00Z"));
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(1, 1), clock),
                clock,
                Map.of(
                        "jmx.port",
                        String.valueOf(port),
                        "jmx.password-file",
                        path("passwords"),
                        "jmx.access-file",
                        path("roles"),
                        "jmx.keystore",
                        path("server.p12"),
                        "jmx.keystore-password",
                        SECRET),
                RunMode.TIMERS);
    }

    @AfterAll
    static void stop() {
        wattline.close();
        Assertions.assertThatThrownBy(() -> new Socket("127.0.0.1", port))
                .as("after the end")
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void whoever_has_a_password_steers_it_and_is_named_in_the_audit_log() throws Exception {
        assertThat(console(true, "ann", "anns-password")).contains("breaker ", "Ingestion is paused", "Ingestion is "
                + "resumed", "cleared up");
        assertThat(wattline.rows("select who, via, outcome from audit_log where action = 'ingestion-pause' "
                + "and who = 'ann'")).singleElement()
                .isEqualTo(Map.of("who", "ann", "via", "jmx", "outcome", "done"));
        assertThat(wattline.rows("select who, outcome from audit_log where action = 'jvm-gc' "
                + "and target = 'java.lang:type=Memory'")).as("what Java's own MBeans do").singleElement()
                .isEqualTo(Map.of("who", "ann", "outcome", "done"));
        assertThat(folder.resolve("passwords"))
                .as("a service that may not write it starts too")
                .hasContent("ann anns-password\nmonitor monitors-password");
        assertThat(wattline.rows("select origin from audit_log where action = 'session-open' and who = 'ann'"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("origin", "127.0.0.1"));
    }

    @Test
    void whoever_may_only_look_changes_nothing() throws Exception {
        assertThat(console(true, "monitor", "monitors-password"))
                .contains("breaker ", "refused: java.lang.SecurityException")
                .doesNotContain("paused");
        assertThat(wattline.rows("select action, outcome, target from audit_log where who = 'monitor' "
                + "and action not like 'session%'")).singleElement()
                .isEqualTo(Map.of("action", "ingestion-pause", "outcome", "refused", "target", ControlService.NAME));
    }

    @Test
    void a_wrong_password_and_none_at_all_are_refused_and_written_down() throws Exception {
        try (CapturedLog log = CapturedLog.open()) {
            assertThat(console(true, "bob\u0007", "a-guess-0815")).contains("refused: java.lang.SecurityException: "
                    + "Authentication failed").doesNotContain("breaker");
            assertThat(console(true, "eve", ""))
                    .contains("refused: java.lang.SecurityException")
                    .doesNotContain("breaker");
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("By bob (jmx from 127.0.0.1): session-open"))
                    .noneMatch(line -> line.contains("0815"));
        }
        assertThat(wattline.rows("select who, origin, audit_log::text as all from audit_log "
                        + "where action = 'session-open' and outcome = 'refused'"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).containsEntry("origin", "127.0.0.1"))
                .allSatisfy(row -> assertThat(row.get("all").toString())
                        .contains("Authentication failed")
                        .doesNotContain("0815"))
                .extracting(row -> row.get("who"))
                .containsExactlyInAnyOrder("bob", "eve");
    }

    @Test
    void without_tls_and_with_a_certificate_that_is_not_trusted_nobody_comes_in() throws Exception {
        assertThat(console(false, "", "")).contains("refused: ").doesNotContain("breaker");
        assertThat(console(false, "ann", "anns-password")).contains("refused: ").doesNotContain("breaker");
    }

    private static String console(boolean trusts, String user, String password) throws Exception {
        List<String> command = new ArrayList<>(List.of(tool("java"), "-XX:TieredStopAtLevel=1", "-Xmx64m"));
        if (trusts) {
            command.addAll(List.of(
                    "-Djavax.net.ssl.trustStore=" + path("trusted.p12"),
                    "-Djavax.net.ssl.trustStorePassword=" + SECRET));
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                JmxConsole.class.getName(),
                String.valueOf(port),
                user,
                password));
        return run(command);
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(tool("keytool")));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", SECRET));
        run(command);
        if (Files.exists(folder.resolve("server.p12"))) {
            Files.setPosixFilePermissions(folder.resolve("server.p12"), PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    private static void secret(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("rw-------"));
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
