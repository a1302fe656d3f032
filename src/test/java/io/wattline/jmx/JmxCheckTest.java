package io.wattline.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A port for JMX without TLS and passwords, by which way whatsoever, keeps the service from starting. */
class JmxCheckTest {

    @TempDir
    private Path folder;
    private final Properties java = new Properties();

    @Test
    void without_a_port_nothing_is_asked_for() {
        assertThat(problems(Map.of("jmx.port", ""))).isEmpty();
    }

    @Test
    void a_port_alone_is_told_all_that_it_lacks() {
        assertThat(problems(Map.of("jmx.port", "9010")))
                .hasSize(4)
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("jmx.password-file is not set although jmx.port is")
                        .contains("JMX_PASSWORD_FILE"))
                .anySatisfy(problem -> assertThat(problem).startsWith("jmx.access-file " + "is not set"))
                .anySatisfy(problem -> assertThat(problem).startsWith("jmx.keystore is not set"))
                .anySatisfy(problem -> assertThat(problem).contains("jmx.keystore-password is not set"));
    }

    @Test
    void files_that_others_can_read_are_named_with_the_remedy() throws IOException {
        Map<String, String> settings = Map.of(
                "jmx.port",
                "9010",
                "jmx.password-file",
                file("passwords", "rw-r-----"),
                "jmx.access-file",
                file("roles", "rw-r--r--"),
                "jmx.keystore",
                file("keys", "rw-----w-"),
                "jmx.keystore-password",
                "keystore-password-4712");
        assertThat(problems(settings)).hasSize(2).anySatisfy(problem -> assertThat(problem).contains("passwords with "
                + "the permissions rw-r-----", "chmod 600"))
                .anySatisfy(problem -> assertThat(problem).startsWith("jmx.keystore is "));
        Files.setPosixFilePermissions(folder.resolve("passwords"), PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(folder.resolve("keys"), PosixFilePermissions.fromString("r--------"));
        assertThat(problems(settings)).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThat(problems(Map.of("jmx.port", "9010", "jmx.password-file", "nowhere")))
                .anySatisfy(problem -> assertThat(problem).contains("nowhere, which cannot be read"));
    }

    @Test
    void a_port_that_the_jvm_has_opened_without_tls_or_passwords_is_found() {
        java.setProperty("com.sun.management.jmxremote.port", "9010");
        assertThat(problems(Map.of())).as("by default it has both").isEmpty();
        java.setProperty("com.sun.management.jmxremote.ssl", "false");
        java.setProperty("com.sun.management.jmxremote.authenticate", "false");
        assertThat(problems(Map.of())).hasSize(2).allSatisfy(problem -> assertThat(problem)
                .contains("is 'false'", "JAVA_OPTS", "jmx.port"));
    }

    private List<String> problems(Map<String, String> overrides) {
        String port = overrides.getOrDefault("jmx.port", "");
        return new JmxCheck(
                        new JmxSettings(
                                "127.0.0.1",
                                port.isEmpty() ? null : Integer.valueOf(port),
                                path(overrides, "jmx.password-file"),
                                path(overrides, "jmx.access-file"),
                                path(overrides, "jmx.keystore"),
                                new Secret(overrides.getOrDefault("jmx.keystore-password", "")),
                                false),
                        java)
                .problems();
    }

    private Path path(Map<String, String> settings, String key) {
        return settings.containsKey(key) ? folder.resolve(settings.get(key)) : null;
    }

    private String file(String name, String permissions) throws IOException {
        Files.writeString(folder.resolve(name), "x");
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(permissions));
        return folder.resolve(name).toString();
    }
}
