package io.wattline.routes;

import io.wattline.database.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares two schemas of one database, table by table. Numbers that the database gives out, times at which it wrote a
 * row, and what tells one program from another are left out: they differ between any two runs.
 */
public final class SchemaComparison {

    private static final int FIRST = 5;
    private static final int PAIRED_MAX = 1000;
    private static final Set<String> NOT_COMPARED = Set.of("flyway_schema_history", "views_set_aside", "canaries");
    private static final Set<String> OF_THE_PROGRAM = Set.of("configuration_hash", "version");
    /** What tells rows apart for people where the key of the table is a number that the database gives out. */
    private static final List<String> NATURAL =
            List.of("channel_id", "timestamp", "reading_timestamp", "rule", "gap_start", "start_time", "name", "kind");

    private final Sql sql;
    private final String before;
    private final String after;
    private final Set<String> numbers;

    /** @param sql the database that holds both schemas */
    public SchemaComparison(Sql sql, String before, String after) {
        this.sql = sql;
        this.before = before;
        this.after = after;
        numbers = Set.copyOf(sql.all("select distinct column_name from information_schema.columns "
                + "where table_schema = ? and (is_identity = 'YES' or column_default like 'nextval%')",
                row -> row.getString(1), before));
    }

    /** Tables in which either has a row, in the order of their names. */
    public List<TableDifference> compare() {
        return sql
                .all(
                        "select table_name from information_schema.tables where table_schema = ? "
                                + "and table_type = 'BASE TABLE' order by 1",
                        row -> row.getString(1),
                        before)
                .stream()
                .filter(table -> !NOT_COMPARED.contains(table))
                .map(this::compare)
                .filter(each -> each.before() + each.after() > 0)
                .toList();
    }

    private TableDifference compare(String table) {
        Set<String> leftOut = new LinkedHashSet<>(numbers);
        leftOut.addAll(OF_THE_PROGRAM);
        leftOut.addAll(sql.all("select column_name from information_schema.columns where table_schema = ? "
                + "and table_name = ? and column_default ~* 'now\\(\\)|current_timestamp'",
                row -> row.getString(1), before, table));
        List<Side> sides = sql.all(
                """
                with b as (select to_jsonb(t) - ? as content from %1$s t),
                  a as (select to_jsonb(t) - ? as content from %2$s t),
                  differing as (
                    select 'gone' as side, content from (select content from b except all select content from a) g
                    union all select 'new', content from (select content from a except all select content from b) c)
                select side, content, count(*) over (partition by side) as total
                from differing order by side, content limit ?"""
                        .formatted(name(before, table), name(after, table)),
                row -> new Side(
                        row.getString("side"), RowContent.parse(row.getString("content")), row.getLong("total")),
                array(leftOut),
                array(leftOut),
                PAIRED_MAX);
        return new TableDifference(
                table, count(before, table), count(after, table), total(sides, "gone"), total(sides, "new"),
                first(sides, key(table, leftOut)));
    }

    private record Side(String what, Map<String, String> row, long total) {
    }

    private static List<RowDifference> first(List<Side> sides, List<String> key) {
        Map<String, Side> come = sides.stream()
                .filter(side -> side.what().equals("new"))
                .collect(Collectors.toMap(side -> text(side, key), side -> side, (one, other) -> one, TreeMap::new));
        List<RowDifference> differences = new ArrayList<>();
        for (Side side : sides.stream().filter(each -> each.what().equals("gone")).toList()) {
            Side other = key.isEmpty() ? null : come.remove(text(side, key));
            differences.add(
                    other == null
                            ? RowContent.one("gone", side.row(), key)
                            : RowContent.changed(side.row(), other.row(), key));
        }
        come.values().forEach(side -> differences.add(RowContent.one("new", side.row(), key)));
        return differences.stream().limit(FIRST).toList();
    }

    private static String text(Side side, List<String> key) {
        return key.isEmpty() ? side.row().toString() : RowContent.only(side.row(), key).toString();
    }

    private static long total(List<Side> sides, String what) {
        return sides.stream().filter(side -> side.what().equals(what)).mapToLong(Side::total).findFirst().orElse(0);
    }

    private long count(String schema, String table) {
        return sql.one("select count(*) from " + name(schema, table), row -> row.getLong(1));
    }

    private List<String> key(String table, Set<String> leftOut) {
        List<String> primary = sql.all(
                """
                select u.column_name from information_schema.table_constraints c
                join information_schema.key_column_usage u using (constraint_schema, constraint_name, table_name)
                where c.table_schema = ? and table_name = ? and constraint_type = 'PRIMARY KEY'
                order by ordinal_position""",
                row -> row.getString(1),
                before,
                table);
        if (!primary.isEmpty() && primary.stream().noneMatch(leftOut::contains)) {
            return primary;
        }
        Set<String> columns = Set.copyOf(sql.all("select column_name from information_schema.columns "
                + "where table_schema = ? and table_name = ?", row -> row.getString(1), before, table));
        return NATURAL.stream().filter(columns::contains).toList();
    }

    private static String[] array(Set<String> names) {
        return names.toArray(String[]::new);
    }

    private static String name(String... parts) {
        return Arrays.stream(parts).map(part -> '"' + part + '"').collect(Collectors.joining("."));
    }
}
