package io.wattline.app;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.database.Database;
import io.wattline.database.DatabaseUrl;
import io.wattline.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.camel.impl.DefaultCamelContext;

/** The modules of a service that is not started, over a database that does not exist. */
public final class IdleModules {

    private IdleModules() {
    }

    /** What routes and Camel read. */
    static Properties properties(Settings settings, RunMode mode) {
        try (HikariDataSource nowhere = nowhere()) {
            return RuntimeProperties.of(Modules.of(settings, Clock.systemUTC(), nowhere, "test"), mode);
        }
    }

    /** The classes of the beans that routes may call, by name. */
    public static SortedMap<String, Class<?>> beansForRoutes(Settings settings) {
        SortedMap<String, Class<?>> beans = new TreeMap<>();
        try (HikariDataSource nowhere = nowhere(); DefaultCamelContext context = new DefaultCamelContext(false)) {
            NamedBeans named =
                    new ContextSetup(Modules.of(settings, Clock.systemUTC(), nowhere, "test"), context).prepare();
            named.forRoutes().forEach(name -> beans.put(name, context.getRegistry().lookupByName(name).getClass()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return beans;
    }

    private static HikariDataSource nowhere() {
        return Database.open(
                DatabaseUrl.parse("postgresql://nobody@127.0.0.1:1/nothing"), 1, Duration.ofSeconds(1), "idle");
    }
}
