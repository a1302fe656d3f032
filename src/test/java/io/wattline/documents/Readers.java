package io.wattline.documents;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which files of the program name a table or view: statements, functions of the database, classes with SQL in them,
 * reports.
 */
final class Readers {

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(?:--|\\*|/\\*\\*|//).*$|(?m)^comment on .*$");

    private final Map<Path, String> texts = new TreeMap<>();

    Readers() {
        Stream.of(
                        Documents.files("db/sql", ".sql"),
                        Documents.files("src/main/java", ".java"),
                        Documents.files("db/migration", ".sql").stream()
                                .filter(file -> file.getFileName().toString().startsWith("R__"))
                                .toList())
                .flatMap(List::stream)
                .forEach(file ->
                        texts.put(file, COMMENT.matcher(Documents.read(file)).replaceAll("")));
    }

    /** As links from {@code docs/}; files that only make the view are left out. */
    List<String> of(String relation) {
        Pattern named = Pattern.compile("\\b(?:from|join|into|update|view "
                + "concurrently|exists|of|using)\\s+\\(?(?:only )?" + relation + "\\b|\\b" + relation + "%rowtype");
        return texts.entrySet().stream()
                .filter(text -> named.matcher(withoutViews(text.getKey(), text.getValue()))
                        .find())
                .map(text -> link(text.getKey()))
                .toList();
    }

    /** Views read what PostgreSQL says that they read; here it is about everything else. */
    private static String withoutViews(Path file, String text) {
        return file.startsWith("db/migration")
                ? text.replaceAll("(?s)create (?:materialized )?view .*?;\\s*\\n", "")
                : text;
    }

    private static String link(Path file) {
        String name = file.getFileName().toString();
        return "[" + (name.endsWith(".java") ? name.replace(".java", "") : name) + "](../" + file + ")";
    }
}
