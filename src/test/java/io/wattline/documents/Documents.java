package io.wattline.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every document that is generated. */
final class Documents {

    static final String COMMAND = "./mvnw -q test -Dtest=DocumentsTest -Dupdate-docs";

    private Documents() {
    }

    static List<Document> all() {
        Schema schema = Schema.read();
        SourceFields sources = SourceFields.read();
        return List.of(
                new DataDictionary(schema, sources, Rules.read(), ExampleQueries.read()),
                new Lineage(schema, sources),
                new QualityStandards(schema),
                new RunbookIndex(),
                new MetricsPage(),
                new RouteIndex(),
                new SettingsPage(),
                new BeansPage());
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Files of a folder and below it whose name ends so, in the order of their names; none where there is no such
     * folder.
     */
    static List<Path> files(String folder, String end) {
        if (!Files.isDirectory(Path.of(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
