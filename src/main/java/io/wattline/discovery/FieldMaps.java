package io.wattline.discovery;

import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import io.wattline.field.Field;
import io.wattline.field.FieldCatalogue;
import io.wattline.reading.Column;
import io.wattline.reading.ValueColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a {@link FieldMap} from the database in one pass over the readings of the last days. */
public final class FieldMaps {

    private record Count(long values, Double min, Double max) {

        static final Count NONE = new Count(0, null, null);
    }

    /** What was counted: values of a column, values of a code in {@code raw}, or, with neither, readings. */
    private record Key(int channelId, String column, String rawCode) {
    }

    private record Channel(
            int id,
            String name,
            String deviceType,
            String site,
            Set<String> offered,
            Map<String, ChannelShape.Known> returned) {}

    private final Sql sql;
    private final FieldCatalogue fields;
    private final Clock clock;
    private final Map<Key, Count> counts = new HashMap<>();

    public FieldMaps(Sql sql, FieldCatalogue fields, Clock clock) {
        this.sql = sql;
        this.fields = fields;
        this.clock = clock;
    }

    /** @param days number of days up to now */
    public FieldMap of(int days) {
        Instant since = clock.instant().minus(Duration.ofDays(days));
        counts.clear();
        countColumns(since);
        countRaw(since);
        List<FieldRow> rows = new ArrayList<>();
        channels().forEach(channel -> codes(channel).forEach(code -> rows.add(row(channel, code))));
        return FieldMap.of(days, rows, new EndpointStore(sql, clock).endpoints());
    }

    private List<ValueColumn> columns() {
        return Stream.<ValueColumn>concat(Arrays.stream(Column.values()), fields.extraColumns().stream()).toList();
    }

    private void countColumns(Instant since) {
        String each = columns().stream()
                .map(column -> "count(#), min(#), max(#)".replace("#", column.sqlName()))
                .collect(Collectors.joining(", "));
        sql.all(
                "select channel_id, count(*), null, null, " + each
                        + " from readings where \"timestamp\" >= ? group by 1",
                row -> {
                    counts.put(new Key(row.getInt(1), null, null), count(row, 2));
                    for (int i = 0; i < columns().size(); i++) {
                        counts.put(new Key(row.getInt(1), columns().get(i).sqlName(), null), count(row, 5 + 3 * i));
                    }
                    return null;
                },
                since);
    }

    private void countRaw(Instant since) {
        sql.all(
                SqlFile.text("field-map-raw-values"),
                row -> counts.put(new Key(row.getInt(1), null, row.getString(5)), count(row, 2)),
                since,
                FieldCatalogue.UNIT_SUFFIX);
    }

    private static Count count(ResultSet row, int from) throws SQLException {
        return new Count(
                row.getLong(from),
                row.getObject(from + 1) == null ? null : (Double) row.getDouble(from + 1),
                row.getObject(from + 2) == null ? null : (Double) row.getDouble(from + 2));
    }

    private List<Channel> channels() {
        return sql.all(
                SqlFile.text("field-map-channels"),
                row -> new Channel(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5) == null
                                ? null
                                : Set.of(row.getString(5).split(",")),
                        ShapeStore.fields(row.getString(6))));
    }

    /** Codes that the source offers, codes that have come, and codes in {@code raw}. */
    private Set<String> codes(Channel channel) {
        Set<String> codes = new TreeSet<>(channel.returned().keySet());
        codes.addAll(channel.offered() == null ? Set.of() : channel.offered());
        counts.keySet().stream()
                .filter(key -> key.channelId() == channel.id() && key.rawCode() != null)
                .forEach(key -> codes.add(key.rawCode()));
        return codes;
    }

    private FieldRow row(Channel channel, String code) {
        Field field = fields.find(code).orElse(null);
        ValueColumn column = field == null ? null : field.column();
        ChannelShape.Known shape = channel.returned().get(code);
        Count raw = counts.get(new Key(channel.id(), null, code));
        Count count = column == null || raw != null ? raw : counts.get(new Key(channel.id(), column.sqlName(), null));
        boolean returned = raw != null || shape != null && shape.types() != 0;
        long readings = counts.getOrDefault(new Key(channel.id(), null, null), Count.NONE).values();
        Count values = count == null || !returned ? Count.NONE : count;
        String kept = !returned ? null : column == null || raw != null ? "raw" : column.sqlName();
        return new FieldRow(
                channel.id(), channel.name(), channel.deviceType(), channel.site(), code,
                field == null ? code : field.label(), shape != null ? shape.unit() : field == null ? "" : field.unit(),
                channel.offered() == null ? null : (Boolean) channel.offered().contains(code), returned, kept,
                values.values(), readings == 0 ? 0 : (double) values.values() / readings, values.min(), values.max());
    }
}
