package io.wattline.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Secret;
import io.wattline.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmxSettingsTest {

    @Test
    void other_machines_are_not_let_in() {
        JmxSettings settings = Settings.defaults(JmxSettings.class, Map.of());
        assertThat(settings).isEqualTo(new JmxSettings("127.0.0.1", null, null, null, null, new Secret(""), false));
        assertThat(settings.isOpen()).isFalse();
    }

    @Test
    void every_key_of_jmx_sets_its_value(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(Settings.defaults(
                        JmxSettings.class,
                        Map.of(
                                "jmx.host",
                                "10.0.0.1",
                                "jmx.port",
                                "9010",
                                "jmx.password-file",
                                file.toString(),
                                "jmx.access-file",
                                file.toString(),
                                "jmx.keystore",
                                file.toString(),
                                "jmx.keystore-password",
                                "swordfish",
                                "jmx.send-allowed",
                                "true")))
                .isEqualTo(new JmxSettings("10.0.0.1", 9010, file, file, file, new Secret("swordfish"), true));
    }
}
