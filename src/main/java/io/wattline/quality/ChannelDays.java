package io.wattline.quality;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Table {@code channel_day_quality}: lets it follow the readings. */
public final class ChannelDays {

    private final DataSource database;
    private final QualityStandard standard;
    private final Clock clock;

    /** @param standard its thresholds of health go to table {@code quality_settings} first */
    public ChannelDays(DataSource database, QualityStandard standard, Clock clock) {
        this.database = database;
        this.standard = standard;
        this.clock = clock;
    }

    /** Makes every day anew in which something has changed; gives how many. */
    public int refresh() throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement settings = connection.prepareStatement("update quality_settings q set value = s.value"
                    + " from unnest(?::text[], ?::float8[]) as s(setting, value) where q.setting = s.setting and q.value <> s.value")) {
                settings.setArray(1, connection.createArrayOf("text", standard.health().keySet().toArray()));
                settings.setArray(2, connection.createArrayOf("float8", standard.health().values().toArray()));
                settings.executeUpdate();
            }
            try (PreparedStatement refresh = connection.prepareStatement("select refresh_touched_days(?)")) {
                refresh.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                try (ResultSet row = refresh.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        }
    }

    /** Whether {@link #refresh} made any; asked of this bean because a route compares no numbers. */
    public boolean any(int refreshed) {
        return refreshed > 0;
    }
}
