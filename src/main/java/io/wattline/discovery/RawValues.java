package io.wattline.discovery;

import io.wattline.database.Sql;
import io.wattline.eniscope.FieldCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Moves values that were kept in {@code readings.raw} before their code had a column into that column, each from the unit that it came in. The old row goes to
 * {@code reading_history}; a column that has another value already keeps it, and what is no number or is in a unit that nobody knows stays in {@code raw}: no
 * value is lost.
 */
public final class RawValues {

    /**
     * What became of one code of one channel.
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
     * A transaction takes one batch: a move that is cut off goes on where it was when it is run again.
     *
     * @param version  of Wattline, for the run
     * @param progress hears after each batch how much of its channel and code has been moved, and how much is still in {@code raw}
     */
    public List<Moved> move(String version, Consumer<Moved> progress) {
        List<Moved> moved = new ArrayList<>();
        long run = sql.one("insert into runs (kind, started_at, version) values ('from-raw', now(), ?) returning run_id", row -> row.getLong(1), version);
        // unknown_fields says which channel has sent which code without a column, so that nobody has to look at every reading
        List<Waiting> waiting = sql.all("select channel_id, code from unknown_fields order by code, channel_id", row -> new Waiting(row.getInt(1), row.getString(2)));
        waiting.forEach(each -> fields.find(each.code()).filter(field -> field.column() != null)
                .ifPresent(field -> moved.add(new RawColumn(sql, fields, field, each.channelId(), run).move(batchReadings, progress))));
        sql.update("update runs set finished_at = now() where run_id = ?", run);
        return moved;
    }
}
