package io.wattline.backfill;

import io.wattline.database.Sql;
import java.util.List;

/** The channels that somebody names for a job. */
public final class RequestedChannels {

    private RequestedChannels() {
    }

    /**
     * @param channelIds null for all channels
     * @throws IllegalArgumentException where a channel does not exist in table {@code channels}
     */
    public static void require(Sql sql, Integer[] channelIds) {
        if (channelIds != null) {
            List<Integer> unknown = sql.all(
                    "select id from unnest(?::integer[]) as id"
                            + " where not exists (select from channels where channel_id = id) order by 1",
                    row -> row.getInt(1),
                    (Object) channelIds);
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException(
                        "Unknown channel(s) " + unknown + "; allowed: ids of table channels. No job was opened.");
            }
        }
    }
}
