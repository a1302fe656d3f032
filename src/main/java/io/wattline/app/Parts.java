package io.wattline.app;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.Main;
import io.wattline.routes.Complaint;
import io.wattline.routes.Trial;
import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The parts that the command line puts to work. {@link Main} hands over the real ones. */
public interface Parts {

    /** Opens PostgreSQL at {@code database.url}; the caller closes it. */
    HikariDataSource openDatabase(Settings settings);

    /** Brings the schema of an open database up to date. */
    Migrated migrate(Settings settings, HikariDataSource database);

    /** Starts the service, the schema brought up to date first; with {@link Mode#ONCE} without timers and HTTP. */
    Service start(Settings settings, Clock clock, Mode mode);

    /** What is wrong with routes files, all together, seen with settings and beans of a service that is not started; in the order of the files. */
    List<Complaint> checkRoutes(Settings settings, Map<Path, String> texts);

    /**
     * Runs a recorded day through routes as they are and as they are edited.
     *
     * @param databaseUrl of a database in which two schemas may be made; null starts one for it
     */
    Trial tryRoutes(Settings settings, Map<Path, String> before, Map<Path, String> after, String databaseUrl, Consumer<Progress> progress);

    /** Starts the simulated API, which knows the account of {@code eniscope.*} in the settings, with all of its faults. */
    Simulation simulate(Settings settings, Clock clock);

    /** Whether the timers run. */
    enum Mode { TIMERS, ONCE }

    /**
     * What a migration did.
     *
     * @param before  version of the schema before; null where there was none
     * @param after   version now
     * @param applied migrations that ran
     * @param adopted rows of {@code readings} that people had already
     */
    record Migrated(String before, String after, int applied, long adopted) {
    }

    /** A running simulated API. */
    interface Simulation extends AutoCloseable {

        /** Its base URL, for {@code eniscope.api.url}. */
        String url();

        /** Does what is due so long after the back-fill, and says it, for people. */
        List<String> act(Duration sinceFilled);

        @Override
        void close();
    }
}
