package io.wattline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What people read: no duration reaches them as Java writes it (PT24H). */
class TextsTest {

    private static final String DURATION = "java.time.Duration";

    @Test
    void no_text_and_no_log_line_holds_a_duration_as_java_writes_it() throws IOException {
        List<String> found = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> paths = sources.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(null, files, problem -> { },
                    List.of("-proc:none", "-cp", System.getProperty("java.class.path")), null,
                    files.getJavaFileObjectsFromPaths(paths));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            units.forEach(unit -> new Texts(Trees.instance(task), unit, found).scan(unit, null));
        }
        assertThat(found).as("use Durations.text").isEmpty();
    }

    /** Finds durations in concatenated texts and in arguments of log lines. */
    private static final class Texts extends TreePathScanner<Void, Void> {

        private final Trees trees;
        private final CompilationUnitTree unit;
        private final List<String> found;

        Texts(Trees trees, CompilationUnitTree unit, List<String> found) {
            this.trees = trees;
            this.unit = unit;
            this.found = found;
        }

        @Override
        public Void visitBinary(BinaryTree binary, Void nothing) {
            if (type(binary).equals("java.lang.String")) {
                List.of(binary.getLeftOperand(), binary.getRightOperand()).forEach(this::check);
            }
            return super.visitBinary(binary, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect().toString().matches("LOG\\.(info|warn|error)|.*\\.formatted|String\\.format")) {
                call.getArguments().forEach(this::check);
            }
            return super.visitMethodInvocation(call, nothing);
        }

        private void check(Tree tree) {
            if (type(tree).equals(DURATION)) {
                long line = unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
                found.add(Path.of(unit.getSourceFile().getName()).getFileName() + ":" + line + " " + tree);
            }
        }

        private String type(Tree tree) {
            return String.valueOf(trees.getTypeMirror(new TreePath(getCurrentPath(), tree)));
        }
    }
}
