package io.wattline.discovery;

import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import io.wattline.field.Field;
import io.wattline.field.FieldCatalogue;
import io.wattline.field.UnitConversion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Moves one code of one channel out of {@code readings.raw} into its column. */
final class RawColumn {

    /** A number, or a number in a text. */
    private static final String NUMBER = "^\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*$";

    /**
     * One batch; {@code #} is the column, whose name comes from config/fields.yaml, which allows letters, digits and _.
     */
    private static final String STEP =
            """
            with conversions as (
              select * from unnest(?::text[], ?::float8[], ?::float8[], ?::float8[]) as c(unit, subtract, times, over)
            ), batch as (
              select "timestamp", case when raw ->> code ~ ? then (raw ->> code)::float8 end as number,
                coalesce(raw ->> (code || '.unit'), ?) as unit, code
              from readings, (select ?::text) as c(code)
              where channel_id = ? and "timestamp" > ? and jsonb_exists(raw, code) order by 1 limit ?
            ), moved as (
              update readings r set # = (b.number - c.subtract) * c.times / c.over,
                raw = nullif(r.raw - b.code - (b.code || '.unit'), '{}'), run_id = ?,
                updated_at = clock_timestamp()
              from batch b cross join lateral (
                select * from conversions where unit in (b.unit, '*') order by unit = '*' limit 1
              ) c
              where r.channel_id = ? and r."timestamp" = b."timestamp" and b.number is not null
                and (r.# is null or r.# = (b.number - c.subtract) * c.times / c.over)
              returning 1
            )
            select (select max("timestamp") from batch) as last, (select count(*) from moved) as moved""";

    /** From where the next batch starts, and how many of this one were moved. */
    private record Step(Instant last, long moved) {
    }

    private final Sql sql;
    private final FieldCatalogue fields;
    private final Field field;
    private final int channelId;
    private final long run;

    RawColumn(Sql sql, FieldCatalogue fields, Field field, int channelId, long run) {
        this.sql = sql;
        this.fields = fields;
        this.field = field;
        this.channelId = channelId;
        this.run = run;
    }

    RawValues.Moved move(int batchReadings, Consumer<RawValues.Moved> progress) {
        String unit = unitWhereNoneIsNoted();
        long total = sql.one(
                "select count(*) from readings where channel_id = ? and jsonb_exists(raw, ?)", row -> row.getLong(1),
                channelId, field.code());
        long moved = 0;
        Step step = new Step(Instant.EPOCH, 0);
        do {
            step = step(step.last(), unit, batchReadings);
            moved += step.moved();
            progress.accept(moved(moved, total - moved, null));
        } while (step.last() != null);
        List<String> why = whyLeft(unit);
        if (why.isEmpty()) {
            sql.update(
                    "update drift_findings set closed_at = now(), closed_by = 'backfill --from-raw', close_reason "
                            + "= ? where channel_id = ? and code = ? and kind = 'field-new'"
                            + " and closed_at is null",
                    "its values are kept in readings." + field.column().sqlName() + " now",
                    channelId,
                    field.code());
            sql.update("delete from unknown_fields where channel_id = ? and code = ?", channelId, field.code());
        }
        return moved(moved, total - moved, why.isEmpty() ? null : String.join("; ", why));
    }

    private RawValues.Moved moved(long moved, long left, String note) {
        return new RawValues.Moved(channelId, field.code(), field.column().sqlName(), moved, left, note);
    }

    private Step step(Instant after, String unit, int batchReadings) {
        List<UnitConversion> conversions = new ArrayList<>();
        Set<String> units = fields.units().known(field.column());
        units.forEach(known -> conversions.add(fields.units().conversion(field.column(), known).orElseThrow()));
        return sql.one(
                STEP.replace("#", field.column().sqlName()),
                row -> new Step(Sql.instant(row, "last"), row.getLong("moved")),
                units.toArray(String[]::new),
                conversions.stream().map(UnitConversion::subtract).toArray(Double[]::new),
                conversions.stream().map(UnitConversion::times).toArray(Double[]::new),
                conversions.stream().map(UnitConversion::over).toArray(Double[]::new),
                NUMBER,
                unit,
                field.code(),
                channelId,
                after,
                batchReadings,
                run,
                channelId);
    }

    /**
     * Of the catalogue. What the catalogue does not have came in the one unit in which the channel has ever sent it;
     * null where that has changed.
     */
    private String unitWhereNoneIsNoted() {
        if (field.catalogued()) {
            return field.unit();
        }
        return sql.one(
                SqlFile.text("raw-column-unit"),
                row -> row.getString(1),
                channelId,
                field.code(),
                field.code(),
                channelId,
                field.unit());
    }

    private List<String> whyLeft(String unit) {
        return sql.all(
                SqlFile.text("raw-column-left"),
                row -> row.getLong("times") + " " + why(row.getString("unit"), row.getBoolean("is_number")),
                unit,
                NUMBER,
                field.code(),
                channelId);
    }

    private String why(String unit, boolean isNumber) {
        if (!isNumber) {
            return "are no numbers";
        }
        if (unit == null) {
            return "are in a unit that is not known for certain";
        }
        return fields.units().conversion(field.column(), unit).isEmpty() ? "are in unit '" + unit + "', which cannot "
                + "be converted to " + field.column().unit()
                + " (section units of config/fields.yaml)" : "have another value in their column already";
    }
}
