package io.wattline.documents;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which columns of tables and of other views stand in the expression of each column of a view, through its subqueries.
 * What decides which rows there are (joins, conditions, groups) is no part of it, but in a subquery inside of an
 * expression it is.
 */
final class ComputedColumns {

    private static final String RELATION = "0";
    private static final String SUBQUERY = "1";
    private static final String JOIN = "2";
    private static final String CTE = "6";

    private final Map<String, List<String>> columnsByRelation;
    private final TreeSet<String> found = new TreeSet<>();

    private ComputedColumns(Map<String, List<String>> columnsByRelation) {
        this.columnsByRelation = columnsByRelation;
    }

    /** By oid: the relation's name, then its columns by number, also those that were dropped. */
    static Map<String, List<String>> columnsByRelation(Connection connection) throws SQLException {
        Map<String, List<String>> byRelation = new TreeMap<>();
        for (List<String> row : Schema.rows(
                connection,
                """
                select c.oid, c.relname, a.attname from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                where c.relkind in ('r', 'v', 'm') order by c.oid, a.attnum""")) {
            byRelation.computeIfAbsent(row.get(0), oid -> new ArrayList<>(List.of(row.get(1)))).add(row.get(2));
        }
        return byRelation;
    }

    /**
     * The columns that column number {@code place}, counted from 1, is made of, {@code relation.column}, sorted.
     *
     * @param columnsByRelation of {@link #columnsByRelation}
     */
    static List<String> of(NodeTree query, int place, Map<String, List<String>> columnsByRelation) {
        ComputedColumns computed = new ComputedColumns(columnsByRelation);
        computed.addTarget(place, List.of(query));
        return List.copyOf(computed.found);
    }

    /** {@code scopes}: the query that the column belongs to, then those around it. */
    private void addTarget(int place, List<NodeTree> scopes) {
        NodeTree inner = scopes.get(0);
        if (inner.node("setOperations") != null) {
            inner.nodes("rtable").stream()
                    .filter(entry -> entry.text("rtekind").equals(SUBQUERY))
                    .forEach(entry -> addTarget(place, with(entry.node("subquery"), scopes)));
        } else {
            inner.nodes("targetList").stream()
                    .filter(target -> target.number("resno") == place)
                    .forEach(target -> add(target.node("expr"), scopes));
        }
    }

    private void add(Object expression, List<NodeTree> scopes) {
        if (expression instanceof Collection<?> list) {
            list.forEach(each -> add(each, scopes));
        } else if (expression instanceof NodeTree node) {
            switch (node.name()) {
                case "VAR" -> addVariable(node, scopes);
                case "QUERY" -> {
                    add(node.list("targetList"), with(node, scopes));
                    add(node.node("jointree"), with(node, scopes));
                }
                default -> node.fields().values().forEach(field -> add(field, scopes));
            }
        }
    }

    private void addVariable(NodeTree variable, List<NodeTree> scopes) {
        List<NodeTree> around = scopes.subList(variable.number("varlevelsup"), scopes.size());
        NodeTree entry = around.get(0).nodes("rtable").get(variable.number("varno") - 1);
        int place = variable.number("varattno");
        if (place < 1) {
            return;
        }
        switch (entry.text("rtekind")) {
            case RELATION -> addColumn(columnsByRelation.get(entry.text("relid")), place);
            case SUBQUERY -> addTarget(place, with(entry.node("subquery"), around));
            case JOIN -> add(entry.list("joinaliasvars").get(place - 1), around);
            case CTE -> addTable(entry, place, around.subList(entry.number("ctelevelsup"), around.size()));
            default -> { }
        }
    }

    private void addTable(NodeTree entry, int place, List<NodeTree> scopes) {
        scopes.get(0).nodes("cteList").stream().filter(table -> table.text("ctename").equals(entry.text("ctename")))
                .forEach(table -> addTarget(place, with(table.node("ctequery"), scopes)));
    }

    private void addColumn(List<String> relation, int place) {
        found.add(relation.get(0) + "." + relation.get(place));
    }

    private static List<NodeTree> with(NodeTree inner, List<NodeTree> scopes) {
        List<NodeTree> all = new ArrayList<>(List.of(inner));
        all.addAll(scopes);
        return all;
    }
}
