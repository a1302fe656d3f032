package io.wattline.health;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.database.Database;
import io.wattline.database.DatabaseSettings;
import io.wattline.settings.Settings;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.camel.support.service.ServiceSupport;

/** One connection for health alone. It is opened by the first check and closes with the context. */
final class HealthConnection extends ServiceSupport implements Supplier<HikariDataSource> {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(4);

    private final Settings settings;
    private HikariDataSource pool;

    HealthConnection(Settings settings) {
        this.settings = settings;
    }

    @Override
    public synchronized HikariDataSource get() {
        if (pool == null) {
            DatabaseSettings chosen = settings.of(DatabaseSettings.class);
            pool = Database.open(chosen.address(), 1, CONNECT_TIMEOUT, chosen.applicationName() + "-health");
        }
        return pool;
    }

    @Override
    protected synchronized void doStop() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }
}
