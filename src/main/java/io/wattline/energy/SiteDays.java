package io.wattline.energy;

import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** Brings table {@code site_days} up to date with {@code channel_day_quality}. */
public final class SiteDays {

    /** Days per statement: a stop waits for one statement at most. */
    private static final int PIECE = 200;

    private final Sql sql;
    private final EnergyDefinitions definitions;
    private final Clock clock;
    private final BooleanSupplier goesOn;
    private volatile boolean complete;

    /** @param goesOn false once the process stops */
    public SiteDays(DataSource database, EnergyDefinitions definitions, Clock clock, BooleanSupplier goesOn) {
        this.sql = new Sql(database);
        this.definitions = definitions;
        this.clock = clock;
        this.goesOn = goesOn;
    }

    /**
     * Makes every site day again that has changed; returns how many. It ends early, after a piece, where the process
     * stops. Virtual meters and tariffs are written first, until every channel and site that they name is known.
     */
    public int refresh() {
        if (!complete) {
            complete = definitions.keep();
        }
        int all = 0;
        for (int piece = PIECE; piece == PIECE && (all == 0 || goesOn.getAsBoolean()); all += piece) {
            piece = sql.one(SqlFile.text("site-days-refresh"), row -> row.getInt("days"), clock.instant(), PIECE);
        }
        return all;
    }
}
