package io.wattline.quality;

import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** Brings table {@code channel_day_quality} up to date with the readings. */
public final class ChannelDays {

    /** Days per statement: a stop waits for one statement at most. */
    static final int PIECE = 500;

    private final Sql sql;
    private final QualityStandard standard;
    private final Clock clock;
    private final BooleanSupplier goesOn;

    /**
     * @param standard its health thresholds are stored in table {@code quality_settings} first
     * @param goesOn   false once the process stops
     */
    public ChannelDays(DataSource database, QualityStandard standard, Clock clock, BooleanSupplier goesOn) {
        this.sql = new Sql(database);
        this.standard = standard;
        this.clock = clock;
        this.goesOn = goesOn;
    }

    /**
     * Computes every day again in which a reading has changed; returns how many. It ends early, after a piece, where
     * the process stops.
     */
    public int refresh() throws SQLException {
        keepThresholds();
        int all = 0;
        for (int piece = PIECE; piece == PIECE && (all == 0 || goesOn.getAsBoolean()); all += piece) {
            piece = sql.query(SqlFile.text("quality-days-refresh"), row -> row.getInt("days"), clock.instant(), PIECE)
                    .get(0);
        }
        return all;
    }

    private void keepThresholds() {
        Map<String, Double> health = standard.health();
        sql.update(SqlFile.text("quality-thresholds"), health.keySet().toArray(String[]::new),
                health.values().toArray(Double[]::new));
    }

    /** Whether {@link #refresh} computed any day; a route compares no numbers. */
    public boolean any(int refreshed) {
        return refreshed > 0;
    }
}
