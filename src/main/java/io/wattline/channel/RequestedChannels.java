package io.wattline.channel;

import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The channels that somebody names for a piece of work. */
public final class RequestedChannels {

    private RequestedChannels() {
    }

    /**
     * Refuses channels that do not exist in table {@code channels}.
     *
     * @param channelIds null for all channels
     * @throws UnknownNameException with the nearest ids that exist
     */
    public static void require(Sql sql, Integer[] channelIds) {
        if (channelIds != null && channelIds.length > 0) {
            List<String> unknown =
                    sql.all(SqlFile.text("channels-unknown"), RequestedChannels::text, (Object) channelIds);
            if (!unknown.isEmpty()) {
                throw new UnknownNameException("channel", String.join("; ", unknown) + ". Nothing was done.");
            }
        }
    }

    private static String text(ResultSet row) throws SQLException {
        String nearest = row.getString("nearest");
        return "channel " + row.getInt("id") + " does not exist; "
                + (nearest == null ? "no channel is known yet" : "nearest: " + nearest);
    }
}
