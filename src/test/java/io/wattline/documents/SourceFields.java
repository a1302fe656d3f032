package io.wattline.documents;

import io.wattline.field.Field;
import io.wattline.field.FieldCatalogue;
import io.wattline.reading.Column;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which fields of the vendor's answers a column is filled from: readings by {@code config/fields.yaml}, everything else
 * by the statements that keep the lists.
 */
final class SourceFields {

    private static final Pattern KEY = Pattern.compile("->>?'(\\w+)'");
    private static final Pattern TABLE = Pattern.compile("(?:insert into|update) (\\w+)");
    private static final Pattern SELECT = Pattern.compile("(?s)source as \\(\\s*select (?:distinct on "
            + "\\((?:[^()]|\\([^()]*\\))*\\) )?(.*?)\\s+from (jsonb_array_elements)");
    private static final Pattern SET = Pattern.compile("set (\\w+) = :#rows");

    private final FieldCatalogue fields;
    /** By {@code table.column}; as text such as {@code /meters: meterId}. */
    private final Map<String, String> lists = new TreeMap<>();

    private SourceFields(FieldCatalogue fields) {
        this.fields = fields;
    }

    static SourceFields read() {
        SourceFields sources = new SourceFields(FieldCatalogue.load(Path.of("config/fields.yaml")));
        Documents.files("db/sql", ".sql").stream()
                .filter(file -> file.getFileName().toString().matches("(metadata|vendor)-.*"))
                .forEach(file -> sources.addList(
                        file.getFileName().toString().replaceAll("^[a-z]+-|\\.sql$", ""), Documents.read(file)));
        return sources;
    }

    private void addList(String resource, String statement) {
        Matcher table = TABLE.matcher(statement);
        Matcher select = SELECT.matcher(statement);
        Matcher set = SET.matcher(statement);
        if (!table.find()) {
            return;
        }
        if (select.find()) {
            items(select.group(1)).forEach(item -> addItem(table.group(1), resource, item));
        } else if (set.find()) {
            lists.put(table.group(1) + "." + set.group(1), "/" + resource + ": the whole list");
        }
    }

    private void addItem(String table, String resource, String item) {
        int as = item.lastIndexOf(" as ");
        String keys = KEY.matcher(item)
                .results()
                .map(key -> key.group(1))
                .distinct()
                .map(Markdown::code)
                .collect(Collectors.joining(", "));
        String from = keys.isEmpty() && item.contains(" - 'links'") ? "the whole row" : keys;
        if (as > 0 && !from.isEmpty()) {
            lists.put(table + "." + item.substring(as + 4).strip(), "/" + resource + ": " + from);
        }
    }

    /** The launcher between commas that stand outside of brackets and quotes. */
    private static List<String> items(String list) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            quoted = quoted != (c == '\'');
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0 && !quoted) {
                items.add(list.substring(start, i));
                start = i + 1;
            }
        }
        items.add(list.substring(start));
        return items;
    }

    /**
     * The vendor's codes that fill a column of {@code readings}, the first that an answer has; {@code raw} takes all
     * that have no column.
     */
    List<Field> codes(Column column) {
        return fields.all().stream().filter(field -> field.column() == column).toList();
    }

    Collection<Field> all() {
        return fields.all();
    }

    FieldCatalogue fields() {
        return fields;
    }

    Map<String, String> lists() {
        return lists;
    }

    /** For people; empty where the column is not from the source. */
    String of(Schema.Column column) {
        if (column.relation().equals("readings")) {
            return switch (column.name()) {
                case "channel_id" -> "/readings/{id}: the id";
                case "timestamp" -> "/readings: `ts`";
                case "raw" -> "/readings: every code without a column";
                default -> readings(column.name());
            };
        }
        return lists.getOrDefault(column.id(), "");
    }

    private String readings(String column) {
        for (Column each : Column.values()) {
            if (each.sqlName().equals(column)) {
                return codes(each).stream()
                        .map(field ->
                                "`" + field.code() + "`" + (field.unit().isEmpty() ? "" : " (" + field.unit() + ")"))
                        .collect(Collectors.joining(", else "));
            }
        }
        return "";
    }
}
