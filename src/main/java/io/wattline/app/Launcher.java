package io.wattline.app;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.field.FieldCatalogue;
import io.wattline.lab.demo.Simulation;
import io.wattline.routes.Complaint;
import io.wattline.routes.Trial;
import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Starts what the command line needs. */
public interface Launcher {

    /** Opens PostgreSQL at {@code database.url}; the caller closes it. */
    HikariDataSource openDatabase(Settings settings);

    /** Brings the schema of an open database up to date. */
    MigrationResult migrate(Settings settings, HikariDataSource database);

    /** The fields of the source and their columns, from {@code config/fields.yaml}. */
    FieldCatalogue fields(Settings settings);

    /** Starts the service, the schema brought up to date first. */
    Service start(Settings settings, Clock clock, RunMode mode);

    /**
     * What is wrong with routes files, all together, seen with the beans of a service that is not started; in the order
     * of the files.
     */
    List<Complaint> checkRoutes(Settings settings, Map<Path, String> texts);

    /**
     * Runs a recorded day through routes as they are and as they are edited.
     *
     * @param databaseUrl of a database in which two schemas may be made; null starts one for it
     */
    Trial tryRoutes(
            Settings settings,
            Map<Path, String> before,
            Map<Path, String> after,
            String databaseUrl,
            Consumer<Progress> progress);

    /**
     * Starts the simulated API, which knows the account of {@code eniscope.*} in the settings, with all of its faults.
     */
    Simulation simulate(Settings settings, Clock clock);
}
