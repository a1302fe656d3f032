package io.wattline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.settings.Secret;
import io.wattline.settings.Settings;
import io.wattline.settings.SettingsException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {

    @Test
    void six_connections_are_held_and_a_connection_is_waited_for_half_a_minute() {
        assertThat(Settings.defaults(DatabaseSettings.class, Map.of()))
                .isEqualTo(new DatabaseSettings(new Secret(""), 6, Duration.ofSeconds(30), "wattline"));
    }

    @Test
    void every_key_of_the_database_sets_its_value() {
        assertThat(Settings.defaults(
                        DatabaseSettings.class,
                        Map.of(
                                "database.url",
                                "postgresql://me:swordfish@h/d",
                                "database.pool-size",
                                "2",
                                "database.connect-timeout",
                                "5s",
                                "database.application-name",
                                "w2")))
                .isEqualTo(new DatabaseSettings(
                        new Secret("postgresql://me:swordfish@h/d"), 2, Duration.ofSeconds(5), "w2"));
    }

    @Test
    void another_database_is_refused_without_showing_the_password() {
        assertThatThrownBy(() ->
                        Settings.defaults(DatabaseSettings.class, Map.of("database.url", "mysql://me:swordfish@h/d")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(
                        "database.url holds something else (not shown)", "postgresql://", "DATABASE_URL")
                .message()
                .doesNotContain("swordfish");
    }
}
