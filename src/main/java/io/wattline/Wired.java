package io.wattline;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.ops.Database;
import io.wattline.ops.DatabaseUrl;
import io.wattline.ops.Migration;
import io.wattline.simulator.Fault;
import io.wattline.simulator.Plant;
import io.wattline.simulator.Simulator;
import io.wattline.simulator.SimulatorSettings;
import java.time.Clock;
import java.time.Duration;

/** The real parts. */
final class Wired implements Parts {

    /** Any number would do; with this one the demo shows what the README says. */
    private static final long DEMO_SEED = 1;

    @Override
    public HikariDataSource openDatabase(Settings settings) {
        return Database.open(DatabaseUrl.parse(settings.text("database.url")), settings.count("database.pool-size"),
                settings.duration("database.connect-timeout"), settings.text("database.application-name"));
    }

    @Override
    public Migrated migrate(Settings settings, HikariDataSource database) {
        DatabaseUrl url = DatabaseUrl.parse(settings.text("database.url"));
        Migration.Result result = Migration.run(Database.direct(url, settings.duration("database.connect-timeout"),
                settings.text("database.application-name")), url.schema());
        return new Migrated(result.before(), result.after(), result.applied(), result.adopted());
    }

    /** The schema is brought up to date first: routes that find an older one do harm. */
    @Override
    public Service start(Settings settings, Clock clock, Mode mode) {
        HikariDataSource database = openDatabase(settings);
        try {
            migrate(settings, database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        return RunningService.start(settings, clock, database, mode);
    }

    @Override
    public Simulation simulate(Settings settings, Clock clock) {
        SimulatorSettings.Credentials credentials = new SimulatorSettings.Credentials(settings.text("eniscope.api.key"), settings.text("eniscope.email"),
                settings.text("eniscope.password"));
        Simulator simulator = Simulator.start(SimulatorSettings.of(Plant.installation(DEMO_SEED), clock).withFaults(Fault.all()).withShare(0.05)
                .withCredentials(credentials).withPauses(Duration.ofSeconds(1), Duration.ofSeconds(4)));
        return new Simulation() {
            @Override
            public String url() {
                return simulator.url();
            }

            @Override
            public void close() {
                simulator.close();
            }
        };
    }
}
