package io.wattline.documents;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The first sentences of the Javadoc of the product's classes and methods, from their sources. */
final class Javadoc {

    private final Map<String, String> sentences = new HashMap<>();

    private Javadoc() {
    }

    static Javadoc read() {
        Javadoc javadoc = new Javadoc();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = Documents.files("src/main/java", ".java");
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                javadoc.new Scanner(trees).scan(unit, null);
            }
            return javadoc;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a class; empty where it has none. */
    String of(Class<?> type) {
        return sentences.getOrDefault(type.getSimpleName(), "");
    }

    /** Of a method, or of that which it overrides; empty where there is none. */
    String of(Method method) {
        return find(method.getDeclaringClass(), method).orElse("");
    }

    private Optional<String> find(Class<?> type, Method method) {
        String own = sentences.get(key(type.getSimpleName(), method.getName(), method.getParameterCount()));
        if (own != null && !own.isEmpty()) {
            return Optional.of(own);
        }
        Optional<String> above = type.getSuperclass() == null ? Optional.empty() : find(type.getSuperclass(), method);
        return above.isPresent()
                ? above
                : List.of(type.getInterfaces()).stream()
                        .flatMap(each -> find(each, method).stream())
                        .findFirst();
    }

    private static String key(String type, String method, int parameters) {
        return type + "#" + method + "/" + parameters;
    }

    private final class Scanner extends TreePathScanner<Void, Void> {

        private final DocTrees trees;

        Scanner(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            sentences.put(type.getSimpleName().toString(), sentence(getCurrentPath()));
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            String type = ((ClassTree) getCurrentPath().getParentPath().getLeaf()).getSimpleName().toString();
            sentences.put(
                    key(
                            type,
                            method.getName().toString(),
                            method.getParameters().size()),
                    sentence(getCurrentPath()));
            return super.visitMethod(method, nothing);
        }

        private String sentence(TreePath path) {
            DocCommentTree comment = trees.getDocCommentTree(path);
            return comment == null
                    ? ""
                    : comment.getFirstSentence().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining())
                            .replaceAll("\\{@(?:code|link|linkplain|literal) ([^}]*)}", "`$1`")
                            .replaceAll("</?\\w+>", "")
                            .replaceAll("\\s+", " ")
                            .strip();
        }
    }
}
