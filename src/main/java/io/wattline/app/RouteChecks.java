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
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Registry;

/** Editing routes: what is checked before an edit runs. */
final class RouteChecks {

    /** The beans need a database for the check, but none of them connects. */
    private static final DatabaseUrl NOWHERE = DatabaseUrl.parse("postgresql://nobody@127.0.0.1:1/nothing");

    /** Routes to which the program itself sends; an edit must not take them away. */
    private static final Set<String> ENTRIES = Set.of(
            "direct:eniscope-metadata",
            "direct:poll-due",
            "direct:dead-letters-replay",
            "direct:backfill-begin",
            "direct:estimation-run",
            "direct:quality-validate",
            "direct:discovery-run",
            "direct:discovery-offers",
            "direct:alerts-check",
            "direct:alert-delivery-attempt",
            "direct:alert-delivery-start",
            "direct:alert-to-email",
            "direct:alert-to-slack",
            "direct:alert-to-pagerduty");

    private RouteChecks() {
    }

    /** The check, with the beans of a context that runs or is about to. */
    static RouteCheck check(Settings settings, Properties properties, Registry beans, Set<String> forRoutes) {
        return new RouteCheck(
                RoutePolicy.parse(ConfigFile.read(settings.home(), "config/routes.yaml")),
                properties,
                ENTRIES,
                beans,
                forRoutes);
    }

    /** What is wrong with texts, with the beans of a service that is not started. */
    static List<Complaint> complaints(Settings settings, Map<Path, String> texts) {
        try (HikariDataSource nowhere = Database.open(NOWHERE, 1, Duration.ofSeconds(1), "route-check");
             DefaultCamelContext context = new DefaultCamelContext(false)) {
            Modules modules = Modules.of(settings, Clock.systemUTC(), nowhere, RunningService.version());
            NamedBeans beans = new ContextSetup(modules, context).prepare();
            Properties properties = RuntimeProperties.of(modules, RunMode.ONCE);
            return check(settings, properties, context.getRegistry(), beans.forRoutes()).complaints(texts);
        } catch (IOException e) {
            throw new UncheckedIOException("The context in which routes are checked cannot be closed", e);
        }
    }
}
