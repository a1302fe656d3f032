package io.wattline.app;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.database.Database;
import io.wattline.database.DatabaseUrl;
import io.wattline.routes.Complaint;
import io.wattline.routes.RouteCheck;
import io.wattline.routes.RoutePolicy;
import io.wattline.settings.ConfigFile;
import io.wattline.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Registry;

/** Editing routes: what is checked before an edit runs. */
final class RouteChecks {

    /** Beans are made for it, and none of them asks it anything. */
    private static final DatabaseUrl NOWHERE = DatabaseUrl.parse("postgresql://nobody@127.0.0.1:1/nothing");

    private RouteChecks() {
    }

    /** The check, with the beans of a context that runs or is about to. */
    static RouteCheck check(Settings settings, Properties properties, Registry beans) {
        return new RouteCheck(RoutePolicy.parse(ConfigFile.read(settings.home(), "config/routes.yaml")), properties, RunningService.ENTRIES, beans);
    }

    /** The same with the beans of a service that is not started. */
    static List<Complaint> complaints(Settings settings, Map<Path, String> texts) {
        try (HikariDataSource nowhere = Database.open(NOWHERE, 1, Duration.ofSeconds(1), "route-check");
             DefaultCamelContext context = new DefaultCamelContext(false)) {
            RunningService service = new RunningService(settings, Clock.systemUTC(), nowhere);
            service.modules().bind(new NamedBeans(context.getRegistry()::bind));
            service.prepare(context);
            Properties properties = RuntimeProperties.of(service.modules(), RunMode.ONCE);
            return check(settings, properties, context.getRegistry()).complaints(texts);
        } catch (IOException e) {
            throw new UncheckedIOException("The context in which routes are checked cannot be closed", e);
        }
    }
}
