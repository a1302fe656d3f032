package io.wattline.documents;

import io.wattline.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postgresql.PGResultSetMetaData;

/**
 * What PostgreSQL itself knows of the tables and views: comments, types, keys, and which column of a view is which
 * column of what. By name.
 */
final class Schema {

    /**
     * A table or a view. {@code key} = columns of the primary key; {@code reads} = columns of other relations that a
     * view reads, {@code relation.column}.
     */
    record Relation(
            String name,
            boolean isView,
            String comment,
            List<String> key,
            Map<String, Column> columns,
            List<String> reads) {}

    /**
     * {@code comment} null where there is none; {@code origin} = {@code relation.column} that a view's column shows
     * unchanged, null where it is computed; {@code from} = columns that it is computed from.
     */
    record Column(
            String relation,
            String name,
            String type,
            boolean neverNull,
            String comment,
            String origin,
            List<String> from) {

        String id() {
            return relation + "." + name;
        }
    }

    private final Map<String, Relation> relations;
    private final Map<String, Set<String>> sources = new TreeMap<>();

    private Schema(Map<String, Relation> relations) {
        this.relations = relations;
    }

    /** Of an empty database with every migration. */
    static Schema read() {
        try (TestDatabase database = TestDatabase.migrated();
                Connection connection = database.dataSource().getConnection()) {
            Map<String, Relation> relations = new TreeMap<>();
            Map<String, List<String>> byRelation = ComputedColumns.columnsByRelation(connection);
            for (List<String> row : rows(
                    connection,
                    """
                    select relname, relkind in ('v', 'm'), obj_description(oid, 'pg_class'), pg_get_viewdef(oid),
                      (select string_agg(attname, ',' order by array_position(indkey::int2[], attnum))
                        from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
                       where indrelid = pg_class.oid and indisprimary),
                      (select ev_action::text from pg_rewrite where ev_class = pg_class.oid and relkind in ('v', 'm'))
                    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm')
                      and relname <> 'flyway_schema_history'""")) {
                boolean isView = row.get(1).equals("t");
                List<String> origins = isView ? origins(connection, row.get(3)) : List.of();
                relations.put(
                        row.get(0),
                        new Relation(
                                row.get(0),
                                isView,
                                row.get(2),
                                row.get(4) == null
                                        ? List.of()
                                        : List.of(row.get(4).split(",")),
                                columns(
                                        connection,
                                        row.get(0),
                                        origins,
                                        isView ? NodeTree.read(row.get(5)) : null,
                                        byRelation),
                                reads(connection, row.get(0))));
            }
            return new Schema(relations);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static Map<String, Column> columns(
            Connection connection,
            String relation,
            List<String> origins,
            NodeTree query,
            Map<String, List<String>> byRelation)
            throws SQLException {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (List<String> row : rows(
                connection,
                """
                select attname, format_type(atttypid, atttypmod), attnotnull, col_description(attrelid, attnum)
                from pg_attribute where attrelid = quote_ident('%s')::regclass and attnum > 0 and not attisdropped
                  order by attnum"""
                        .formatted(relation))) {
            String origin = origins.isEmpty() ? null : origins.get(columns.size());
            columns.put(
                    row.get(0),
                    new Column(
                            relation,
                            row.get(0),
                            row.get(1),
                            row.get(2).equals("t"),
                            row.get(3),
                            origin,
                            query == null || origin != null
                                    ? List.of()
                                    : ComputedColumns.of(query, columns.size() + 1, byRelation)));
        }
        return columns;
    }

    /** What the server says of the columns of the view's query. */
    private static List<String> origins(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            PGResultSetMetaData columns = statement.getMetaData().unwrap(PGResultSetMetaData.class);
            List<String> origins = new ArrayList<>();
            for (int i = 1; i <= statement.getMetaData().getColumnCount(); i++) {
                origins.add(
                        columns.getBaseTableName(i).isEmpty()
                                ? null
                                : columns.getBaseTableName(i) + "." + columns.getBaseColumnName(i));
            }
            return origins;
        }
    }

    private static List<String> reads(Connection connection, String relation) throws SQLException {
        return rows(
                        connection,
                        """
                select distinct t.relname || '.' || a.attname from pg_rewrite r
                join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
                  and d.refclassid = 'pg_class'::regclass and d.refobjid <> r.ev_class
                join pg_class t on t.oid = d.refobjid join pg_attribute a on a.attrelid = t.oid
                  and a.attnum = d.refobjsubid
                where r.ev_class = quote_ident('%s')::regclass and d.refobjsubid > 0 order by 1"""
                                .formatted(relation))
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet results = statement.executeQuery()) {
            List<List<String>> rows = new ArrayList<>();
            while (results.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                    row.add(results.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    List<Relation> tables() {
        return relations.values().stream().filter(relation -> !relation.isView()).toList();
    }

    List<Relation> views() {
        return relations.values().stream().filter(Relation::isView).toList();
    }

    List<Relation> all() {
        return List.copyOf(relations.values());
    }

    Optional<Column> column(String id) {
        int dot = id.indexOf('.');
        return Optional.ofNullable(relations.get(id.substring(0, dot)))
                .map(relation -> relation.columns().get(id.substring(dot + 1)));
    }

    /**
     * The column itself where it has a comment, else the nearest that it shows and that has one; empty where nobody
     * says what it is.
     */
    Optional<Column> described(Column column) {
        return column.comment() != null
                ? Optional.of(column)
                : Optional.ofNullable(column.origin()).flatMap(this::column).flatMap(this::described);
    }

    /** Every column of tables and views that goes into a view's column, through any number of views. */
    Set<String> sources(Column column) {
        Set<String> known = sources.get(column.id());
        if (known == null) {
            known = new TreeSet<>(column.from());
            Optional.ofNullable(column.origin()).ifPresent(known::add);
            for (String from : List.copyOf(known)) {
                known.addAll(column(from).map(this::sources).orElse(Set.of()));
            }
            sources.put(column.id(), known);
        }
        return known;
    }

    /**
     * The column of a table that a view's column shows, through any number of views; the column itself where it is
     * computed.
     */
    Column root(Column column) {
        return Optional.ofNullable(column.origin()).flatMap(this::column).map(this::root).orElse(column);
    }
}
