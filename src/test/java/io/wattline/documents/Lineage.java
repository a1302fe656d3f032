package io.wattline.documents;

import io.wattline.documents.Schema.Relation;
import io.wattline.field.Field;
import io.wattline.reading.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From a field of the source to the column that keeps it, on to the views that show it, and to what reads those. */
record Lineage(Schema schema, SourceFields sources) implements Document {

    @Override
    public String path() {
        return "docs/lineage.md";
    }

    @Override
    public String text() {
        Markdown text = new Markdown().add("# Lineage").add(Document.note("`config/fields.yaml`, the statements in "
                + "`db/sql/` and what PostgreSQL knows of the views"));
        text.add(
                """
                Source field → column → view → report or query. For a single row: `readings.run_id` → `runs` (rule
                set, configuration, version) → `ingestion_logs` (the request); earlier values are in
                `reading_history`. The [data dictionary](data-dictionary.md) says what each column means. "Computes
                with it" names the computed columns of a view, also through other views. A view without a column
                reads the column only to select its rows.""");
        text.add("## Readings").add("When several codes map to one column, the first one in the response fills the "
                + "column; the others go to `raw`."
                + " A value is converted from the unit that its own response names.");
        text.table(List.of("column", "unit", "from code", "label", "kind", "unit in the catalogue", "views that show "
                + "it unchanged", "columns of views that compute with it"),
                Arrays.stream(Column.values()).flatMap(this::readings).toList());
        addUnmapped(text);
        text.add("## Organizations, devices, meters, channels, alarms, events, tariffs")
                .table(
                        List.of(
                                "field of the " + "source",
                                "column",
                                "views that show it unchanged",
                                "columns of views that compute with it"),
                        sources.lists().entrySet().stream()
                                .map(entry -> List.of(
                                        entry.getValue(),
                                        Markdown.code(entry.getKey()),
                                        shownBy(entry.getKey()),
                                        usedBy(entry.getKey())))
                                .toList());
        addOwn(text);
        addViews(text);
        return text.toString();
    }

    private Stream<List<String>> readings(Column column) {
        String id = "readings." + column.sqlName();
        return sources.codes(column).stream()
                .map(field -> List.of(
                        Markdown.code(column.sqlName()),
                        column.unit(),
                        Markdown.code(field.code()),
                        field.label(),
                        field.kind().name().toLowerCase(Locale.ROOT),
                        field.unit(),
                        shownBy(id),
                        usedBy(id)));
    }

    private void addUnmapped(Markdown text) {
        List<Field> unmapped = sources.all().stream().filter(field -> field.column() == null).toList();
        text.add("Codes without a column go to `readings.raw` as they arrive, " + unmapped.size() + " of them: "
                + codes(unmapped, true) + ". Not asked for, since they repeat the increments of their counters: "
                + codes(unmapped, false)
                + ". A code that is in no catalogue goes there too and is counted in `unknown_fields`.");
    }

    private static String codes(List<Field> fields, boolean asked) {
        return fields.stream().filter(field -> field.ask() == asked).map(Field::code).collect(Collectors.joining(" "));
    }

    /** What no field of the source fills and a view reads all the same. */
    private void addOwn(Markdown text) {
        TreeSet<String> own = new TreeSet<>();
        schema.tables().forEach(table -> table.columns().values().stream()
                .filter(column -> sources.of(column).isEmpty())
                .map(Schema.Column::id)
                .forEach(own::add));
        text.add("## Columns of Wattline's own, as far as views read them")
                .table(
                        List.of("column", "views that show " + "it unchanged", "columns of views that compute with it"),
                        own.stream()
                                .filter(id ->
                                        !shownBy(id).isEmpty() || !usedBy(id).isEmpty())
                                .map(id -> List.of(Markdown.code(id), shownBy(id), usedBy(id)))
                                .toList());
    }

    private void addViews(Markdown text) {
        Readers readers = new Readers();
        Map<String, List<String>> viewsOn = new TreeMap<>();
        schema.views().forEach(view -> relations(view)
                .forEach(read ->
                        viewsOn.computeIfAbsent(read, none -> new ArrayList<>()).add(view.name())));
        text.add("## Tables and views, and what reads them")
                .table(
                        List.of("table or view", "reads", "read by views", "read or written by"),
                        schema.all().stream()
                                .map(relation -> List.of(
                                        link(relation.name()),
                                        links(relations(relation)),
                                        links(viewsOn.getOrDefault(relation.name(), List.of())),
                                        String.join(", ", readers.of(relation.name()))))
                                .toList());
    }

    private static List<String> relations(Relation view) {
        return view.reads().stream().map(id -> id.substring(0, id.indexOf('.'))).distinct().toList();
    }

    /** Columns of views that are this column, through any number of views. */
    private String shownBy(String id) {
        return schema.views().stream()
                .flatMap(view -> view.columns().values().stream())
                .filter(column -> schema.root(column).id().equals(id))
                .map(column -> Markdown.code(
                        column.id().endsWith(id.substring(id.indexOf('.'))) ? column.relation() : column.id()))
                .collect(Collectors.joining(", "));
    }

    /**
     * Columns of views that are computed from it; and views that read it in a condition only, to say which rows they
     * have.
     */
    private String usedBy(String id) {
        List<String> used = new ArrayList<>();
        for (Relation view : schema.views()) {
            List<String> columns = view.columns().values().stream()
                    .filter(column -> !schema.root(column).id().equals(id)
                            && schema.sources(column).contains(id))
                    .map(column -> Markdown.code(column.id()))
                    .toList();
            boolean inCondition = columns.isEmpty()
                    && view.reads().contains(id)
                    && view.columns().values().stream().noneMatch(column -> id.equals(column.origin()));
            used.addAll(inCondition ? List.of(Markdown.code(view.name())) : columns);
        }
        return String.join(", ", used);
    }

    private static String links(List<String> relations) {
        return relations.stream().map(Lineage::link).collect(Collectors.joining(", "));
    }

    private static String link(String relation) {
        return "[" + relation + "](data-dictionary.md#" + relation + ")";
    }
}
