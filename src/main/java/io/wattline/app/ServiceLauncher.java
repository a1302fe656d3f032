package io.wattline.app;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.database.Database;
import io.wattline.database.DatabaseSettings;
import io.wattline.database.Migration;
import io.wattline.database.Sql;
import io.wattline.discovery.AddedColumns;
import io.wattline.eniscope.AccountSettings;
import io.wattline.eniscope.EniscopeModule;
import io.wattline.field.FieldCatalogue;
import io.wattline.lab.demo.DemoSource;
import io.wattline.lab.demo.Simulation;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.routes.Complaint;
import io.wattline.routes.Trial;
import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Starts the real service. */
public final class ServiceLauncher implements Launcher {

    @Override
    public HikariDataSource openDatabase(Settings settings) {
        DatabaseSettings chosen = settings.of(DatabaseSettings.class);
        return Database.open(chosen.address(), chosen.poolSize(), chosen.connectTimeout(), chosen.applicationName());
    }

    @Override
    public MigrationResult migrate(Settings settings, HikariDataSource database) {
        DatabaseSettings chosen = settings.of(DatabaseSettings.class);
        Migration.Result result = Migration.run(
                Database.direct(chosen.address(), chosen.connectTimeout(), chosen.applicationName()),
                chosen.address().schema(),
                settings.home().resolve("config/migration"));
        return new MigrationResult(result.before(), result.after(), result.applied(), result.adopted());
    }

    /** Migrates the schema first: routes fail on an older one. */
    @Override
    public Service start(Settings settings, Clock clock, RunMode mode) {
        HikariDataSource database = openDatabase(settings);
        try {
            migrate(settings, database);
            AddedColumns.mustBeThere(new Sql(database), fields(settings).extraColumns());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        return RunningService.start(settings, clock, database, mode);
    }

    @Override
    public FieldCatalogue fields(Settings settings) {
        return EniscopeModule.fields(settings.home());
    }

    @Override
    public List<Complaint> checkRoutes(Settings settings, Map<Path, String> texts) {
        return RouteChecks.complaints(settings, texts);
    }

    @Override
    public Trial tryRoutes(
            Settings settings,
            Map<Path, String> before,
            Map<Path, String> after,
            String databaseUrl,
            Consumer<Progress> progress) {
        return RouteTrial.run(settings, before, after, databaseUrl, progress);
    }

    @Override
    public Simulation simulate(Settings settings, Clock clock) {
        AccountSettings account = settings.of(AccountSettings.class);
        return DemoSource.start(
                new SimulatorSettings.Credentials(
                        account.apiKey().value(),
                        account.email(),
                        account.password().value()),
                clock);
    }
}
