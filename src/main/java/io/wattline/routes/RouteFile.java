package io.wattline.routes;

import io.wattline.yaml.YamlFile;
import io.wattline.yaml.YamlFileException;
import io.wattline.yaml.YamlLimits;
import io.wattline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A routes file as it is written, mistakes included: its parts and its texts, in the order of the file.
 */
public final class RouteFile {

    static final String ENDING = ".camel.yaml";

    private final String name;
    private final List<YamlValue> elements;
    private final List<RouteStep> steps;
    private final List<RouteText> texts;

    private RouteFile(String name, List<YamlValue> elements, List<RouteStep> steps, List<RouteText> texts) {
        this.name = name;
        this.elements = elements;
        this.steps = steps;
        this.texts = texts;
    }

    /** Reads it; {@link YamlFileException} where it is no YAML, no list, or has a key twice. */
    public static RouteFile parse(String name, String text) {
        YamlLimits.check(name, text);
        List<YamlValue> elements = YamlFile.parse(name, text).items();
        RouteWalk walk = RouteWalk.of(elements);
        return new RouteFile(name, elements, walk.steps(), walk.texts());
    }

    /**
     * The same files, each with the routes that its templated routes make. A templated route without a template makes
     * none.
     */
    public static List<RouteFile> withTemplatedRoutes(List<RouteFile> files) {
        Map<String, RouteStep> templates = templates(files);
        return files.stream().map(file -> file.withTemplatedRoutes(templates)).toList();
    }

    static Map<String, RouteStep> templates(List<RouteFile> files) {
        Map<String, RouteStep> templates = new LinkedHashMap<>();
        files.forEach(file -> file.steps("routeTemplate")
                .forEach(template -> template.id().ifPresent(id -> templates.put(id, template))));
        return templates;
    }

    private RouteFile withTemplatedRoutes(Map<String, RouteStep> templates) {
        List<RouteStep> all = new ArrayList<>();
        List<RouteText> more = new ArrayList<>(texts);
        steps.forEach(step -> {
            all.add(step);
            if (step.kind().equals("templatedRoute")) {
                step.text("routeTemplateRef").map(templates::get).ifPresent(template -> {
                    RouteWalk walk = RouteWalk.of(TemplateUse.of(step, template), template);
                    all.addAll(walk.steps());
                    more.addAll(walk.texts());
                });
            }
        });
        return new RouteFile(name, elements, all, more);
    }

    public String name() {
        return name;
    }

    /** The name without {@code .camel.yaml}. */
    public String capability() {
        return name.replaceFirst("^.*/", "").replace(ENDING, "");
    }

    /** The elements at the top of the file. */
    List<YamlValue> elements() {
        return elements;
    }

    /** Routes, templates, configurations, steps, and clauses of steps. */
    public List<RouteStep> steps() {
        return steps;
    }

    /** Those of one kind. */
    public List<RouteStep> steps(String kind) {
        return steps.stream().filter(step -> step.kind().equals(kind)).toList();
    }

    /** Routes that Camel runs: those of templates only as templated routes. */
    public Stream<RouteStep> routes() {
        return steps.stream().filter(step -> step.kind().equals("route") && !step.isInTemplate());
    }

    /**
     * Texts of what Camel runs. A text with parameters of a template is none before a templated route gives the
     * parameters.
     */
    public List<RouteText> texts() {
        return texts.stream().filter(text -> !isOpen(text)).toList();
    }

    private static boolean isOpen(RouteText text) {
        RouteStep step = text.step();
        while (step != null && !step.kind().equals("routeTemplate")) {
            step = step.around();
        }
        return step != null
                && new TemplateUse(step, Map.of(), TemplateUse.named(step, "name")).hasParameter(text.text());
    }
}
