package io.wattline.database;

import io.wattline.settings.Secret;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingConflict;
import io.wattline.settings.SettingsGroup;
import java.time.Duration;
import java.util.List;

/** The PostgreSQL database that keeps everything. */
public record DatabaseSettings(
        @Setting(key = "database.url", needed = true,
                meaning = "Address of the database as a hosting service gives it: "
                        + "postgresql://user:password@host:port/database, "
                        + "or jdbc:postgresql://host:port/database.")
        Secret url,
        @Setting(key = "database.pool-size", fallback = "6", min = "1",
                meaning = "Connections that the service holds open at most.")
        int poolSize,
        @Setting(key = "database.connect-timeout", fallback = "30s", min = "1ms",
                meaning = "How long to wait for a connection. A server that was suspended (Neon after 5 minutes) "
                        + "wakes slowly.")
        Duration connectTimeout,
        @Setting(key = "database.application-name", fallback = "wattline",
                meaning = "Name of the connections in pg_stat_activity.")
        String applicationName) implements SettingsGroup {

    private static final String WRITTEN = "(?i)(postgres|postgresql|jdbc:postgresql)://\\S+";

    @Override
    public List<String> conflicts() {
        return !url.isSet() || url.value().matches(WRITTEN) ? List.of()
                : List.of(SettingConflict.of("database.url", "holds something else (not shown)",
                "postgresql://user:password@host:port/database or jdbc:postgresql://host:port/database"));
    }

    /** The address in its parts. */
    public DatabaseUrl address() {
        return DatabaseUrl.parse(url.value());
    }
}
