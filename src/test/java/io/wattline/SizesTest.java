package io.wattline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
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
    private static final int EXCHANGE_PROPERTIES_MAX = 2;
    /** Larger already, each for a reason, and not to grow: remove one here when it has shrunk. */
    private static final Map<String, Integer> LARGER = Map.ofEntries(
            Map.entry("BackfillWorkers.java", 155),
            Map.entry("EndpointStore.java", 171),
            Map.entry("Estimations.java", 160),
            Map.entry("Fault.java", 160),
            Map.entry("FieldMaps.java", 160),
            Map.entry("GapEstimation.java", 165),
            Map.entry("RecordReader.java", 169),
            Map.entry("RunningService.java", 266),
            Map.entry("SchemaValues.java", 152),
            Map.entry("Session.java", 169),
            Map.entry("Settings.java", 180));

    @Test
    void no_source_file_is_too_long() throws IOException {
        Map<String, Integer> tooLong = new TreeMap<>();
        for (Path source : sources()) {
            String name = source.getFileName().toString();
            int lines = Files.readAllLines(source).size();
            if (lines > LARGER.getOrDefault(name, CLASS_LINES_MAX)) {
                tooLong.put(name, lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void no_method_is_too_long() throws IOException {
        Map<String, Long> tooLong = new TreeMap<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        long lines = line(unit, positions.getEndPosition(unit, method))
                                - line(unit, positions.getStartPosition(unit, method))
                                + 1;
                        String name = Path.of(unit.getSourceFile().getName()).getFileName() + " " + method.getName();
                        if (lines > METHOD_LINES_MAX) {
                            tooLong.put(name, lines);
                        }
                        return super.visitMethod(method, nothing);
                    }
                }.scan(unit, null);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void no_route_is_too_long() {
        assertThat(RouteFiles.routes()).allSatisfy(route -> assertThat(RouteFiles.steps().stream()
                        .filter(step -> step.route().id().equals(route.id())))
                .as(route.id() + ": steps; past that, look for the missing route")
                .hasSizeLessThanOrEqualTo(25));
    }

    @Test
    void a_route_file_is_short_and_narrow() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : RouteFiles.paths()) {
            List<String> lines = Files.readAllLines(file);
            String name = file.getFileName().toString();
            IntStream.range(0, lines.size()).filter(i -> lines.get(i).length() > WIDTH_MAX)
                    .forEach(i -> wrong.add(name + ", line " + (i + 1) + ": too wide"));
            if (lines.size() > ROUTE_FILE_LINES_MAX) {
                wrong.add(name + ": " + lines.size() + " lines");
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Values that travel together are one record, and it is the body. */
    @Test
    void a_route_sets_at_most_two_exchange_properties() {
        RouteFiles.routes().forEach(route -> assertThat(
                        route.steps().filter(step -> step.step().kind().startsWith("setPropert")))
                .as(route.id())
                .hasSizeLessThanOrEqualTo(EXCHANGE_PROPERTIES_MAX));
    }

    private static long line(CompilationUnitTree unit, long position) {
        return unit.getLineMap().getLineNumber(position);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
