package io.wattline.backfill;

import io.wattline.database.Sql;
import java.util.List;

/** The ids of channels that somebody names for a job. */
public final class KnownChannels {

    private KnownChannels() {
    }

    /** @param channelIds null for all; {@link IllegalArgumentException} names those that are not in table {@code channels} */
    public static void require(Sql sql, Integer[] channelIds) {
        if (channelIds != null) {
            List<Integer> unknown = sql.all("select id from unnest(?::integer[]) as id where not exists (select from channels where channel_id = id) order by 1",
                    row -> row.getInt(1), (Object) channelIds);
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("Channel(s) " + unknown + " are not known; allowed: ids of table channels. Nothing was opened.");
            }
        }
    }
}
