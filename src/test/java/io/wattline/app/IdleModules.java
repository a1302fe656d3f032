package io.wattline.app;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.database.Database;
import io.wattline.database.DatabaseUrl;
import io.wattline.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The modules of a service that is not started, over a database that does not exist. */
final class IdleModules {

    private IdleModules() {
    }

    /** What routes and Camel read. */
    static Properties properties(Settings settings, RunMode mode) {
        try (HikariDataSource nowhere = nowhere()) {
            return RuntimeProperties.of(new RunningService(settings, Clock.systemUTC(), nowhere).modules(), mode);
        }
    }

    /** The classes of all beans, by name. */
    static Map<String, Class<?>> beans(Settings settings) {
        Map<String, Class<?>> beans = new HashMap<>();
        try (HikariDataSource nowhere = nowhere()) {
            new RunningService(settings, Clock.systemUTC(), nowhere).modules().bind(new NamedBeans((name, bean) -> beans.put(name, bean.getClass())));
        }
        return beans;
    }

    private static HikariDataSource nowhere() {
        return Database.open(DatabaseUrl.parse("postgresql://nobody@127.0.0.1:1/nothing"), 1, Duration.ofSeconds(1), "idle");
    }
}
