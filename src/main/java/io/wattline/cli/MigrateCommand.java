package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.app.MigrationResult;
import io.wattline.app.WattlineSettings;
import io.wattline.settings.Settings;
import picocli.CommandLine.Command;

/** Migrates the database schema. */
@Command(name = "migrate", description = "Migrates the database schema to this version. An existing database is "
        + "adopted: no row is lost.")
final class MigrateCommand extends ReportingVerb {

    MigrateCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        Settings settings = settings(WattlineSettings.DATABASE);
        try (HikariDataSource database = context().launcher().openDatabase(settings)) {
            MigrationResult migrated = context().launcher().migrate(settings, database);
            report(migrated, () -> terminal().line(text(migrated)));
        }
        return DONE;
    }

    private static String text(MigrationResult migrated) {
        if (migrated.applied() == 0) {
            return "Schema version " + migrated.after() + ", nothing to do.";
        }
        return "Schema version " + migrated.after() + " (before: "
                + (migrated.before() == null ? "none" : migrated.before()) + "), " + migrated.applied()
                + " migration(s) applied"
                + (migrated.adopted() > 0 ? ", " + migrated.adopted() + " readings adopted." : ".");
    }
}
