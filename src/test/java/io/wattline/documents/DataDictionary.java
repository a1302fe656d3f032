package io.wattline.documents;

import io.wattline.documents.Schema.Column;
import io.wattline.documents.Schema.Relation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Every table and view, and every column of each, out of the database's own comments, {@code config/} and the
 * statements that fill them.
 */
record DataDictionary(Schema schema, SourceFields sources, Rules rules, ExampleQueries examples) implements Document {

    @Override
    public String path() {
        return "docs/data-dictionary.md";
    }

    @Override
    public String text() {
        Markdown text = new Markdown().add("# Data dictionary").add(Document.note("the comments in the database "
                + "(`db/migration/`), `config/fields.yaml`, `config/rules.yaml`, the statements in `db/sql/` "
                + "and `docs/example-queries.sql`"));
        text.add(
                """
                All instants are UTC, and all spans are half-open: `[start, end)`. A missing value is null and
                never 0. [Lineage](lineage.md) says where a column comes from and what reads it. [Quality
                standards](quality-standards.md) gives the reason for each limit.""");
        text.add("Tables: " + links(schema.tables())).add("Views: " + links(schema.views()));
        text.add("## Tables");
        schema.tables().forEach(table -> add(text, table));
        text.add("## Views");
        schema.views().forEach(view -> add(text, view));
        return text.toString();
    }

    private static String links(List<Relation> relations) {
        return relations.stream()
                .map(relation -> "[" + relation.name() + "](#" + relation.name() + ")")
                .collect(Collectors.joining(", "));
    }

    private void add(Markdown text, Relation relation) {
        text.add("### " + relation.name()).add(Markdown.plain(relation.comment()));
        if (!relation.key().isEmpty()) {
            text.add("Key: " + Markdown.codes(relation.key()));
        }
        if (relation.isView()) {
            text.add("Reads: "
                    + Markdown.codes(relation.reads().stream()
                            .map(id -> id.substring(0, id.indexOf('.')))
                            .distinct()
                            .toList()));
        }
        ExampleQueries.Query example = examples.of(relation);
        text.add(Markdown.plain(example.question())).code("sql", example.sql());
        text.table(
                List.of(
                        "column",
                        "type",
                        "unit",
                        "sign",
                        "null means",
                        "what it is",
                        relation.isView() ? "shows" : "from the source",
                        "rules"),
                relation.columns().values().stream().map(this::row).toList());
    }

    private List<String> row(Column column) {
        Meaning meaning = new Meaning(schema);
        Column root = schema.root(column);
        List<String> checks =
                column.relation().equals("readings") || Meaning.value(root).isPresent()
                        ? rules.of(root.name())
                        : List.of();
        String from = column.origin() != null
                ? Markdown.code(column.origin())
                : column.from().isEmpty() ? sources.of(column) : "computed from " + Markdown.codes(column.from());
        return List.of(
                Markdown.code(column.name()),
                column.type(),
                meaning.unit(column),
                Markdown.plain(meaning.sign(column, checks)),
                Markdown.plain(meaning.whenNull(column)),
                Markdown.plain(schema.described(column).map(Column::comment).orElse("")),
                from,
                String.join(", ", checks));
    }
}
