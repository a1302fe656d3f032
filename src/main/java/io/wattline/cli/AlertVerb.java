package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.alert.AlertDesk;
import io.wattline.settings.Need;
import java.sql.SQLException;
import java.time.Clock;

/** A verb that works at the desk for alerts, with or without a service that runs. */
abstract class AlertVerb extends ReportingVerb {

    AlertVerb(CliContext context) {
        super(context);
    }

    /** Does it, and gives the exit code. */
    abstract int at(AlertDesk desk) throws SQLException;

    @Override
    public Integer call() throws SQLException {
        try (HikariDataSource database = context().parts().openDatabase(settings(Need.DATABASE))) {
            return at(new AlertDesk(database, Clock.systemUTC()));
        }
    }
}
