package io.wattline.database;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement whose arguments have names, such as {@code :channel}.
 *
 * @param text  with a question mark for each
 * @param names in the order of the question marks
 */
public record NamedSql(String text, List<String> names) {

    /** Not a cast ({@code ::text}). */
    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z][a-zA-Z]*)");
    private static final Map<String, NamedSql> FILES = new ConcurrentHashMap<>();

    /** The statement {@code db/sql/<name>.sql}, read once. */
    public static NamedSql file(String name) {
        return FILES.computeIfAbsent(name, each -> parse(SqlFile.text(each)));
    }

    public static NamedSql parse(String statement) {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(statement.replaceAll("(?m)^\\s*--.*$", ""));
        return new NamedSql(matcher.replaceAll(found -> {
            names.add(found.group(1));
            return "?";
        }), List.copyOf(names));
    }

    /** For {@link Sql}, in order; a list becomes an array, a name without a value null. */
    public Object[] arguments(Map<String, Object> values) {
        return names.stream().map(values::get).map(NamedSql::bindable).toArray();
    }

    private static Object bindable(Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : list.get(0) instanceof Long ? list.toArray(Long[]::new)
                    : list.toArray(String[]::new);
        }
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }
}
