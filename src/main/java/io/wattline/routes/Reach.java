package io.wattline.routes;

import io.wattline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a route may reach: the endpoints and languages of {@link RoutePolicy}. */
final class Reach implements RouteRule {

    private static final String WHERE = " (config/routes.yaml)";
    /** Steps whose expression is an address, or several. */
    private static final Set<String> COMPUTING =
            Set.of("recipientList", "routingSlip", "dynamicRouter", "enrich", "pollEnrich");
    /** Languages that can do anything, wherever in a step they stand. */
    private static final Set<String> SCRIPTS =
            Set.of("script", "groovy", "js", "joor", "java", "mvel", "ognl", "spel", "python", "wasm", "language");

    /** Camel makes an object of such a class as soon as it loads the route. */
    private static final Pattern CLASS =
            Pattern.compile("\\$\\{bean:(?:type:)?\\w+\\.\\w+\\.|\\$\\{type:|#(?:class|type):");

    private final RoutePolicy policy;
    private final Placeholders placeholders;

    Reach(RoutePolicy policy, Placeholders placeholders) {
        this.policy = policy;
        this.placeholders = placeholders;
    }

    @Override
    public List<Complaint> complaints(List<RouteFile> files) {
        List<Complaint> complaints = new ArrayList<>();
        for (RouteFile file : files) {
            file.texts().stream().filter(RouteText::isAddress).forEach(text -> address(file, text, complaints));
            file.texts().forEach(text -> text.path().stream().filter(key -> isUnwantedLanguage(text, key)).findFirst()
                    .ifPresent(language -> complaints.add(language(file, text.place(), language))));
            file.texts().stream()
                    .filter(text -> text.key().equals("beanType")
                            || !text.key().equals("description")
                                    && CLASS.matcher(text.text()).find())
                    .forEach(text -> complaints.add(Complaint.at(
                            file,
                            text.place(),
                            "a class: '" + text.text() + "'",
                            "beans that Wattline binds, by their names")));
            file.texts().stream()
                    .filter(text -> text.within("beans"))
                    .forEach(text -> complaints.add(Complaint.at(
                            file, text.place(), "'beans' makes objects", "beans that Wattline binds, by their names")));
            file.steps().stream()
                    .filter(step -> COMPUTING.contains(step.kind()) && !mayCompute(step))
                    .forEach(step -> complaints.add(computed(file, step.place(), step)));
        }
        return complaints;
    }

    private boolean isUnwantedLanguage(RouteText text, String key) {
        int before = text.path().indexOf(key) - 1;
        boolean isExpression = before >= 0
                && text.path().get(before).equals("expression")
                && text.path().size() > before + 2;
        return !policy.languages().contains(key)
                && (isExpression && !text.within("parameters") || SCRIPTS.contains(key) && !text.within("parameters"));
    }

    private Complaint language(RouteFile file, YamlValue place, String language) {
        return Complaint.at(file, place, "language '" + language + "'", new TreeSet<>(policy.languages()) + WHERE);
    }

    private void address(RouteFile file, RouteText text, List<Complaint> complaints) {
        String address = placeholders.resolved(text.text()).strip();
        int colon = address.indexOf(':');
        String kind = colon < 0 ? address : address.substring(0, colon);
        String rest = colon < 0 ? "" : address.substring(colon + 1).replaceFirst("^//", "").replaceFirst("\\?.*", "");
        if (address.startsWith("{{")) {
            return;
        }
        if (kind.contains("${")) {
            if (!mayCompute(text.step())) {
                complaints.add(computed(file, text.place(), text.step()));
            }
        } else if (!policy.endpoints().containsKey(kind)) {
            String reason = policy.refused().get(kind);
            complaints.add(Complaint.at(
                    file,
                    text.place(),
                    "endpoint '" + kind + ":', " + (reason == null ? "which is not on the list" : "which " + reason),
                    new TreeSet<>(policy.endpoints().keySet()) + WHERE));
        } else if (!isWithin(rest, policy.endpoints().get(kind))) {
            complaints.add(Complaint.at(
                    file,
                    text.place(),
                    "'" + kind + ":" + rest + "'",
                    kind + ": followed by "
                            + String.join(" or ", policy.endpoints().get(kind)) + WHERE));
        }
    }

    private boolean isWithin(String rest, List<String> beginnings) {
        return beginnings.isEmpty()
                || !rest.contains("..")
                        && beginnings.stream()
                                .map(placeholders::resolved)
                                .anyMatch(beginning -> rest.equals(beginning)
                                        || rest.startsWith(beginning.endsWith("/") ? beginning : beginning + "/"));
    }

    private boolean mayCompute(RouteStep step) {
        return step.id().filter(policy.computed()::contains).isPresent();
    }

    private static Complaint computed(RouteFile file, YamlValue place, RouteStep step) {
        return Complaint.at(
                file,
                place,
                step.name() + " sends to an address that is made while it runs",
                "the steps under 'computed' in config/routes.yaml");
    }
}
