package io.wattline.documents;

import io.wattline.documents.Schema.Relation;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What people ask of each table and view: {@code docs/example-queries.sql}, where {@code -- name: question} begins a
 * query.
 */
record ExampleQueries(Map<String, Query> byRelation) {

    /** {@code question} for people, {@code sql} without a semicolon. */
    record Query(String question, String sql) {
    }

    static ExampleQueries read() {
        Map<String, Query> queries = new LinkedHashMap<>();
        for (String part : Documents.read(Path.of("docs/example-queries.sql")).split("(?m)^-- (?=\\w+: )")) {
            if (part.matches("(?s)\\w+: .*")) {
                String head = part.lines().findFirst().orElseThrow();
                String sql = part.substring(head.length()).strip().replaceFirst(";$", "");
                queries.put(
                        head.substring(0, head.indexOf(": ")), new Query(head.substring(head.indexOf(": ") + 2), sql));
            }
        }
        return new ExampleQueries(queries);
    }

    /** Where nobody has written one: its rows, by its key. */
    Query of(Relation relation) {
        List<String> order = relation.key().isEmpty() ? List.of("1") : relation.key();
        return byRelation.getOrDefault(
                relation.name(),
                new Query(
                        "Its rows.",
                        "select * from " + relation.name() + " order by "
                                + order.stream()
                                        .map(name -> name.equals("timestamp") ? "\"timestamp\"" : name)
                                        .collect(Collectors.joining(", "))
                                + " limit 10"));
    }
}
