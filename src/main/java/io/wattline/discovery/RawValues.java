package io.wattline.discovery;

import io.wattline.reading.Conversion;
import io.wattline.reading.Field;
import io.wattline.reading.Fields;
import io.wattline.reading.ValueColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Moves values that were kept in {@code readings.raw} before their code had a column into that column. The old row goes to {@code reading_history}; a column that
 * has another value already keeps it, and what is no number or is in a unit that nobody knows stays in {@code raw}: no value is lost.
 */
public final class RawValues {

    /** A number, or a number in a text. */
    private static final String NUMBER = "^\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*$";

    /**
     * What became of one code of one channel.
     *
     * @param moved values that are in their column now
     * @param left  values that are still in {@code raw}
     * @param note  why they are; null where none is
     */
    public record Moved(int channelId, String code, String column, int moved, int left, String note) {
    }

    private final JdbcTemplate database;
    private final Fields fields;

    public RawValues(DataSource database, Fields fields) {
        this.database = new JdbcTemplate(database);
        this.fields = fields;
    }

    /**
     * Each channel and code in a transaction of its own: one that is cut off is run again.
     *
     * @param version  of Wattline, for the run
     * @param progress hears of each
     */
    public List<Moved> move(String version, Consumer<Moved> progress) {
        List<Moved> moved = new ArrayList<>();
        Long run = database.queryForObject("insert into runs (kind, started_at, version) values ('from-raw', now(), ?) returning run_id", Long.class, version);
        // unknown_fields says which channel has sent which code without a column, so that nobody has to look at every reading
        database.query("select channel_id, code from unknown_fields order by code, channel_id", (row, n) -> new Moved(row.getInt(1), row.getString(2), null, 0, 0, null))
                .forEach(kept -> fields.find(kept.code()).filter(field -> field.column() != null).ifPresent(field -> {
                    Moved result = move(kept.channelId(), field, run);
                    moved.add(result);
                    progress.accept(result);
                }));
        database.update("update runs set finished_at = now() where run_id = ?", run);
        return moved;
    }

    private Moved move(int channelId, Field field, Long run) {
        String column = field.column().sqlName();
        Optional<Conversion> conversion = conversion(channelId, field);
        int moved = conversion.map(how -> update(channelId, field.code(), column, how, run)).orElse(0);
        Integer left = database.queryForObject("select count(*) from readings where channel_id = ? and jsonb_exists(raw, ?)", Integer.class, channelId, field.code());
        if (left == 0) {
            database.update("delete from unknown_fields where channel_id = ? and code = ?", channelId, field.code());
        }
        String why = conversion.isEmpty() ? "the unit of these values is not known for certain, or cannot be converted to " + field.column().unit()
                : "their column has another value, or they are no numbers";
        return new Moved(channelId, field.code(), column, moved, left, left == 0 ? null : why);
    }

    private int update(int channelId, String code, String column, Conversion how, Long run) {
        // the column's name comes from config/fields.yaml, which allows letters, digits and _
        return database.update("""
                update readings r set # = v.value, raw = nullif(r.raw - v.code, '{}'), run_id = ?
                from (select channel_id, "timestamp", code, ((raw ->> code)::float8 - ?) * ? / ? as value from readings, (select ?::text as code) as c
                    where channel_id = ? and raw ->> code ~ ?) as v
                where r.channel_id = v.channel_id and r."timestamp" = v."timestamp" and (r.# is null or r.# = v.value)""".replace("#", column),
                run, how.subtract(), how.times(), how.over(), code, channelId, NUMBER);
    }

    /** From the one unit in which the channel has ever sent the code; the catalogue's where that was never noted. */
    private Optional<Conversion> conversion(int channelId, Field field) {
        ValueColumn column = field.column();
        Boolean changed = database.queryForObject("select exists (select from drift_findings where channel_id = ? and code = ? and kind = 'unit-changed')", Boolean.class,
                channelId, field.code());
        String unit = database.queryForList("select fields -> ? ->> 'unit' from channel_shapes where channel_id = ? and jsonb_exists(fields, ?)", String.class,
                field.code(), channelId, field.code()).stream().findFirst().orElse(field.unit());
        return changed ? Optional.empty() : fields.units().conversion(column, unit);
    }
}
