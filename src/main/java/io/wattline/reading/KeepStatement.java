package io.wattline.reading;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The statement that keeps a batch: {@code db/sql/readings-keep.sql}, completed with the extra columns. The text inside
 * {@code /*+ ... *&#47;} is repeated for each of them, with its name for <code>{column}</code> and its parameter for
 * <code>{parameter}</code>.
 *
 * @param text       the statement, with named parameters
 * @param parameters number of named parameters
 */
public record KeepStatement(String text, int parameters) {

    private static final Pattern FOR_EACH = Pattern.compile("/\\*\\+(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile(":#\\w+");

    public static KeepStatement of(String template, List<ExtraColumn> columns) {
        String text = FOR_EACH.matcher(template).replaceAll(part -> columns.stream()
                .map(column -> part.group(1)
                        .replace("{column}", column.sqlName())
                        .replace("{parameter}", ":#" + column.sqlName()))
                .collect(Collectors.joining()));
        return new KeepStatement(text, (int) PARAMETER.matcher(text).results().count());
    }
}
