package io.wattline.reading;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The statement that keeps a batch: {@code db/sql/readings-keep.sql}, with the columns that people have added. What stands there in {@code /*+ ... *&#47;} is
 * written once for each of them, <code>{column}</code> its name and <code>{parameter}</code> its parameter.
 *
 * @param text       as the database gets it, parameters still by name
 * @param parameters how many named parameters it has
 */
public record KeepStatement(String text, int parameters) {

    private static final Pattern FOR_EACH = Pattern.compile("/\\*\\+(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile(":#\\w+");

    public static KeepStatement of(String template, List<ExtraColumn> columns) {
        String text = FOR_EACH.matcher(template).replaceAll(part -> columns.stream()
                .map(column -> part.group(1).replace("{column}", column.sqlName()).replace("{parameter}", ":#" + column.sqlName())).collect(Collectors.joining()));
        return new KeepStatement(text, (int) PARAMETER.matcher(text).results().count());
    }
}
