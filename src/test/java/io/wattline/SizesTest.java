package io.wattline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import io.wattline.testing.RouteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * What has grown too large to be read at once: look for the missing noun. The aim is a class of 120 lines and a method
 * of 15.
 */
class SizesTest {

    private static final int CLASS_LINES_MAX = 150;
    private static final int METHOD_LINES_MAX = 25;
    private static final int ROUTE_FILE_LINES_MAX = 200;
    private static final int WIDTH_MAX = 120;
    private static final int PACKAGE_INFO_LINES_MIN = 8;
    private static final int EXCHANGE_PROPERTIES_MAX = 2;
    private static final List<String> FOLDERS_OF_TEXT = List.of(
            "src/main/java", "src/test/java", "bench/src", "db", "routes", "config", "src/main/resources");
    private static final Pattern TEXT = Pattern.compile("\\.(java|sql|ya?ml|properties)$");
    private static final Pattern APPLIED_MIGRATION = Pattern.compile("db/migration/V[^/]*\\.sql$");

    /** Imports and the Javadoc of the type do not count. */
    @Test
    void no_class_is_too_long() throws IOException {
        Map<String, Long> tooLong = new TreeMap<>();
        forEachUnit((unit, positions) -> unit.getTypeDecls().forEach(type -> {
            long lines = lines(unit, type, positions);
            if (lines > CLASS_LINES_MAX) {
                tooLong.put(fileName(unit), lines);
            }
        }));
        assertThat(tooLong).isEmpty();
    }

    @Test
    void no_method_is_too_long() throws IOException {
        Map<String, Long> tooLong = new TreeMap<>();
        forEachUnit((unit, positions) -> new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                long lines = lines(unit, method, positions);
                if (lines > METHOD_LINES_MAX) {
                    tooLong.put(fileName(unit) + " " + method.getName(), lines);
                }
                return super.visitMethod(method, nothing);
            }
        }.scan(unit, null));
        assertThat(tooLong).isEmpty();
    }

    /** A migration that was applied is never edited, so its width stays. */
    @Test
    void no_line_is_too_wide() throws IOException {
        List<String> tooWide = new ArrayList<>();
        for (Path file : textFiles()) {
            List<String> lines = Files.readAllLines(file);
            IntStream.range(0, lines.size())
                    .filter(i -> lines.get(i).length() > WIDTH_MAX)
                    .forEach(i -> tooWide.add(file + ":" + (i + 1)));
        }
        assertThat(tooWide).isEmpty();
    }

    @Test
    void no_route_is_too_long() {
        assertThat(RouteFiles.routes()).allSatisfy(route -> assertThat(RouteFiles.steps().stream()
                        .filter(step -> step.route().id().equals(route.id())))
                .as(route.id() + ": steps; past that, look for the missing route")
                .hasSizeLessThanOrEqualTo(25));
    }

    @Test
    void a_route_file_is_short() throws IOException {
        Map<String, Integer> tooLong = new TreeMap<>();
        for (Path file : RouteFiles.paths()) {
            int lines = Files.readAllLines(file).size();
            if (lines > ROUTE_FILE_LINES_MAX) {
                tooLong.put(file.getFileName().toString(), lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /** Values that travel together are one record, and it is the body. */
    @Test
    void a_route_sets_at_most_two_exchange_properties() {
        RouteFiles.routes().forEach(route -> assertThat(
                        route.steps().filter(step -> step.step().kind().startsWith("setPropert")))
                .as(route.id())
                .hasSizeLessThanOrEqualTo(EXCHANGE_PROPERTIES_MAX));
    }

    /** A stranger begins to read a package there. */
    @Test
    void every_package_says_what_it_is() throws IOException {
        Map<String, Integer> tooShort = new TreeMap<>();
        for (Path folder : sources().stream().map(Path::getParent).distinct().toList()) {
            Path text = folder.resolve("package-info.java");
            int lines = Files.exists(text) ? Files.readAllLines(text).size() : 0;
            if (lines < PACKAGE_INFO_LINES_MIN) {
                tooShort.put(folder.toString(), lines);
            }
        }
        assertThat(tooShort).isEmpty();
    }

    private static void forEachUnit(BiConsumer<CompilationUnitTree, SourcePositions> measure) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            task.parse().forEach(unit -> measure.accept(unit, positions));
        }
    }

    private static long lines(CompilationUnitTree unit, Tree tree, SourcePositions positions) {
        LineMap map = unit.getLineMap();
        return map.getLineNumber(positions.getEndPosition(unit, tree))
                - map.getLineNumber(positions.getStartPosition(unit, tree))
                + 1;
    }

    private static String fileName(CompilationUnitTree unit) {
        return Path.of(unit.getSourceFile().getName()).getFileName().toString();
    }

    private static List<Path> sources() throws IOException {
        return files(Path.of("src/main/java"), file -> file.toString().endsWith(".java"));
    }

    private static List<Path> textFiles() throws IOException {
        List<Path> found = new ArrayList<>(List.of(Path.of("pom.xml")));
        for (String folder : FOLDERS_OF_TEXT) {
            found.addAll(files(Path.of(folder), file -> TEXT.matcher(file.toString()).find()
                    && !APPLIED_MIGRATION.matcher(file.toString()).find()));
        }
        return found;
    }

    private static List<Path> files(Path folder, Predicate<Path> which) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(which).sorted().toList();
        }
    }
}
