package io.wattline.reconciliation;

import io.wattline.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What one reconciliation found in one channel, in slots of its interval: a row of table {@code reconciliations}.
 *
 * @param jobId           the backfill job that read it
 * @param channelId       the channel
 * @param start           start of what was to be read, inclusive
 * @param end             its end, exclusive
 * @param compared        slots that were read and compared
 * @param missing         of these, those of which we had no measurement; repaired
 * @param changed         those of which we had another value; repaired
 * @param extra           those of which we hold a measurement and the source holds none any more; ours stays
 * @param rejected        readings of the source that break a rule
 * @param unreadable      slots that could not be read
 * @param verdict         {@code equal}, {@code repaired}, {@code differs} (extra slots remain) or {@code unread}
 * @param extraSlots      the first ten that are extra, by their start
 * @param durationSeconds how long the whole job took
 */
public record Reconciliation(long jobId, int channelId, Instant start, Instant end, int compared, int missing, int changed, int extra, int rejected, int unreadable,
                             String verdict, List<Instant> extraSlots, double durationSeconds) {

    static final String COLUMNS = "job_id, channel_id, range_start, range_end, compared, missing, changed, extra, rejected, unreadable, verdict, duration_seconds, "
            + "array_to_string(array(select jsonb_array_elements_text(coalesce(samples -> 'extra', '[]'))), ',') as extra_slots";

    public Reconciliation {
        extraSlots = List.copyOf(extraSlots);
    }

    /** Whether what we hold is now what the source holds, as far as it can be. */
    public boolean agrees() {
        return extra == 0 && unreadable == 0;
    }

    static Reconciliation of(ResultSet row) throws SQLException {
        String extraSlots = row.getString("extra_slots");
        return new Reconciliation(row.getLong("job_id"), row.getInt("channel_id"), Sql.instant(row, "range_start"), Sql.instant(row, "range_end"), row.getInt("compared"),
                row.getInt("missing"), row.getInt("changed"), row.getInt("extra"), row.getInt("rejected"), row.getInt("unreadable"), row.getString("verdict"),
                extraSlots.isEmpty() ? List.of() : Arrays.stream(extraSlots.split(",")).map(Instant::parse).toList(), row.getDouble("duration_seconds"));
    }
}
