package io.wattline.quality;

import io.wattline.database.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** Brings table {@code channel_day_quality} up to date with the readings. */
public final class ChannelDays {

    /** Days per statement: a stop waits for one statement at most. */
    static final int PIECE = 500;

    private final DataSource database;
    private final QualityStandard standard;
    private final Clock clock;
    private final BooleanSupplier goesOn;

    /**
     * @param standard its health thresholds are stored in table {@code quality_settings} first
     * @param goesOn   false once the process stops
     */
    public ChannelDays(DataSource database, QualityStandard standard, Clock clock, BooleanSupplier goesOn) {
        this.database = database;
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
            piece = new Sql(database)
                    .query("select refresh_touched_days(?, ?)", row -> row.getInt(1), clock.instant(), PIECE)
                    .get(0);
        }
        return all;
    }

    private void keepThresholds() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement settings = connection.prepareStatement(
                        "update quality_settings q set value = s.value from unnest(?::text[], ?::float8[]) as"
                                + " s(setting, value) where q.setting = s.setting and q.value <> s.value")) {
            settings.setArray(1, connection.createArrayOf("text", standard.health().keySet().toArray()));
            settings.setArray(2, connection.createArrayOf("float8", standard.health().values().toArray()));
            settings.executeUpdate();
        }
    }

    /** Whether {@link #refresh} computed any day; a route compares no numbers. */
    public boolean any(int refreshed) {
        return refreshed > 0;
    }
}
