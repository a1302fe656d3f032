package io.wattline.documents;

import io.wattline.app.IdleModules;
import io.wattline.app.WattlineSettings;
import io.wattline.routes.CallableBeans;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The beans that routes may call, with what each method takes and gives. */
record BeansPage() implements Document {

    @Override
    public String path() {
        return "docs/beans.md";
    }

    @Override
    public String text() {
        Javadoc javadoc = Javadoc.read();
        Markdown text = new Markdown().add("# Beans").add(Document.note("the beans that modules bind, with their "
                + "Javadoc"));
        text.add(
                """
                A route calls a bean by its name: `- bean: {id: gaps-find-search, ref: gaps, method:
                "findNew(${body})"}`. These beans and these methods are all that a route may call; `./wattline
                routes check` refuses any other. What a method gives becomes the body. Without parentheses Camel
                passes the body, converted to the type that the method takes.""");
        SortedMap<String, SortedMap<String, Class<?>>> packages = new TreeMap<>();
        IdleModules.beansForRoutes(WattlineSettings.load(Path.of("").toAbsolutePath(), "prod", Map.of()))
                .forEach((name, type) -> packages.computeIfAbsent(
                                type.getPackageName().replaceFirst("^io\\.wattline\\.", ""), none -> new TreeMap<>())
                        .put(name, type));
        packages.forEach((feature, beans) -> {
            text.add("## " + feature);
            beans.forEach((name, type) -> bean(text, name, type, javadoc));
        });
        return text.toString();
    }

    private static void bean(Markdown text, String name, Class<?> type, Javadoc javadoc) {
        text.add("### " + name)
                .add(("`" + type.getSimpleName() + "`: " + Markdown.plain(javadoc.of(type))).replaceFirst(": $", ""));
        text.table(
                List.of("method", "takes", "gives", "what it does"),
                methods(type)
                        .map(method -> List.of(
                                Markdown.code(method.getName()),
                                Arrays.stream(method.getParameters())
                                        .map(each ->
                                                Markdown.code(name(each.getParameterizedType()) + " " + each.getName()))
                                        .collect(Collectors.joining(", ")),
                                method.getReturnType() == void.class
                                        ? ""
                                        : Markdown.code(name(method.getGenericReturnType())),
                                Markdown.plain(javadoc.of(method))))
                        .toList());
    }

    private static Stream<Method> methods(Class<?> type) {
        return CallableBeans.methods(type)
                .sorted(Comparator.comparing(Method::getName)
                        .thenComparing(Method::getParameterCount)
                        .thenComparing(Method::toGenericString));
    }

    private static String name(Type type) {
        if (type instanceof ParameterizedType generic) {
            return name(generic.getRawType())
                    + Arrays.stream(generic.getActualTypeArguments())
                            .map(BeansPage::name)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        return type instanceof Class<?> plain ? plain.getSimpleName() : type.getTypeName();
    }
}
