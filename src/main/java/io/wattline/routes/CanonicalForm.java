package io.wattline.routes;

import io.wattline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The form in which Camel, Kaoto and the editors' plug-ins agree: every step a map, every expression in {@code
 * expression}.
 */
final class CanonicalForm implements RouteRule {

    private static final Set<String> TOP = Set.of("route", "routeConfiguration", "routeTemplate", "templatedRoute");
    private static final Set<String> LANGUAGES =
            Set.of("simple", "constant", "header", "exchangeProperty", "jsonpath", "tokenize", "method");
    /** They have something else under such a name. */
    private static final Set<String> OTHERWISE_MEANT = Set.of("bean", "expression");

    @Override
    public List<Complaint> complaints(List<RouteFile> files) {
        List<Complaint> complaints = new ArrayList<>();
        for (RouteFile file : files) {
            file.elements().forEach(element -> top(file, element, complaints));
            file.steps().stream().filter(step -> step.use() == null).forEach(step -> form(file, step, complaints));
        }
        return complaints;
    }

    private static void top(RouteFile file, YamlValue element, List<Complaint> complaints) {
        if (!element.isMap()) {
            complaints.add(Complaint.at(
                    file, element, "something without a name at the top of the file", "one of " + new TreeSet<>(TOP)));
            return;
        }
        element.entries().keySet().stream()
                .filter(kind -> !TOP.contains(kind))
                .forEach(kind -> complaints.add(Complaint.at(
                        file,
                        element,
                        "'- " + kind + ":' at the top of the file",
                        kind.equals("from")
                                ? "'- route:' with id, description " + "and, in it, 'from:'"
                                : "one of " + new TreeSet<>(TOP))));
    }

    private static void form(RouteFile file, RouteStep step, List<Complaint> complaints) {
        if (!step.value().isMap()) {
            complaints.add(Complaint.at(
                    file,
                    step.value(),
                    "'" + step.kind() + "' in short form",
                    step.kind() + ": with an id and, in it, what "
                            + (step.kind().startsWith("to") ? "'uri:' is" : "it does")));
            return;
        }
        step.value().entries().forEach((key, value) -> {
            if (LANGUAGES.contains(key) && !OTHERWISE_MEANT.contains(step.kind())) {
                complaints.add(Complaint.at(file, value, "'" + key + "' of " + step.name() + " outside of "
                        + "'expression'", "expression: {" + key + ": {"
                        + (key.equals("method") ? "ref: ..., method: ..." : "expression: ...") + "}}"));
            }
        });
        step.part("expression").ifPresent(expression -> language(file, step, expression, complaints));
    }

    private static void language(RouteFile file, RouteStep step, YamlValue expression, List<Complaint> complaints) {
        if (!expression.isMap()) {
            complaints.add(Complaint.at(
                    file,
                    expression,
                    "the expression of " + step.name() + " without a language",
                    "expression: {simple: {expression: ...}}"));
            return;
        }
        expression.entries().forEach((language, value) -> {
            if (!value.isMap()) {
                complaints.add(Complaint.at(
                        file,
                        value,
                        "'" + language + "' of " + step.name() + " in short form",
                        language + ": {" + (language.equals("method") ? "ref: ..., method: ..." : "expression: ...")
                                + "}"));
            }
        });
    }
}
