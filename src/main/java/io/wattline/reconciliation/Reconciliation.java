package io.wattline.reconciliation;

import io.wattline.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The result of one reconciliation for one channel, in slots of its interval: a row of table {@code reconciliations}.
 *
 * @param jobId           the backfill job that read it
 * @param channelId       the channel
 * @param start           start of the compared range, inclusive
 * @param end             its end, exclusive
 * @param compared        slots that were read and compared
 * @param missing         compared slots without a kept measurement; repaired
 * @param changed         compared slots with another kept value; repaired
 * @param extra           slots with a kept measurement that the source no longer has; the measurement stays
 * @param rejected        readings of the source that break a validation rule
 * @param unreadable      slots that could not be read
 * @param verdict         {@code equal}, {@code repaired}, {@code differs} (extra slots remain) or {@code unread}
 * @param extraSlots      start of the first ten extra slots
 * @param durationSeconds how long the whole job took
 */
public record Reconciliation(
        long jobId,
        int channelId,
        Instant start,
        Instant end,
        int compared,
        int missing,
        int changed,
        int extra,
        int rejected,
        int unreadable,
        String verdict,
        List<Instant> extraSlots,
        double durationSeconds) {

    public Reconciliation {
        extraSlots = List.copyOf(extraSlots);
    }

    /** Whether the kept readings are now those of the source: no slot is extra or unreadable. */
    public boolean agrees() {
        return extra == 0 && unreadable == 0;
    }

    static Reconciliation of(ResultSet row) throws SQLException {
        String extraSlots = row.getString("extra_slots");
        return new Reconciliation(
                row.getLong("job_id"),
                row.getInt("channel_id"),
                Sql.instant(row, "range_start"),
                Sql.instant(row, "range_end"),
                row.getInt("compared"),
                row.getInt("missing"),
                row.getInt("changed"),
                row.getInt("extra"),
                row.getInt("rejected"),
                row.getInt("unreadable"),
                row.getString("verdict"),
                extraSlots.isEmpty()
                        ? List.of()
                        : Arrays.stream(extraSlots.split(","))
                                .map(Instant::parse)
                                .toList(),
                row.getDouble("duration_seconds"));
    }
}
