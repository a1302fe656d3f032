package io.wattline.discovery;

import io.wattline.database.Sql;
import io.wattline.field.FieldCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Moves values from {@code readings.raw} to the column that their code has got meanwhile, and converts their units. The
 * old row goes to {@code reading_history}. A column that has another value keeps it. A value that is no number, or
 * whose unit is unknown, stays in {@code raw}, so that no value is lost.
 */
public final class RawValues {

    /**
     * The result for one code of one channel.
     *
     * @param moved values that are in their column now
     * @param left  values that are still in {@code raw}
     * @param note  why they are; null where none is
     */
    public record Moved(int channelId, String code, String column, long moved, long left, String note) {
    }

    private record Waiting(int channelId, String code) {
    }

    private final Sql sql;
    private final FieldCatalogue fields;
    private final int batchReadings;

    /** @param batchReadings how many readings a transaction takes at most */
    public RawValues(Sql sql, FieldCatalogue fields, int batchReadings) {
        this.sql = sql;
        this.fields = fields;
        this.batchReadings = batchReadings;
    }

    /**
     * Each batch is a transaction. A move that is cut off resumes when it is run again.
     *
     * @param version  of Wattline, for the run
     * @param progress gets the state of the channel and code after each batch
     */
    public List<Moved> move(String version, Consumer<Moved> progress) {
        List<Moved> moved = new ArrayList<>();
        long run = sql.one(
                "insert into runs (kind, started_at, version) values ('from-raw', now(), ?) returning run_id",
                row -> row.getLong(1),
                version);
        // unknown_fields names the channels and codes, so that no scan of all readings is needed
        List<Waiting> waiting = sql.all(
                "select channel_id, code from unknown_fields order by code, channel_id",
                row -> new Waiting(row.getInt(1), row.getString(2)));
        waiting.forEach(each -> fields.find(each.code())
                .filter(field -> field.column() != null)
                .ifPresent(field -> moved.add(
                        new RawColumn(sql, fields, field, each.channelId(), run).move(batchReadings, progress))));
        sql.update("update runs set finished_at = now() where run_id = ?", run);
        return moved;
    }
}
