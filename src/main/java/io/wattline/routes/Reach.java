package io.wattline.routes;

import io.wattline.routes.EndpointAddresses.Wrong;
import io.wattline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a route may reach: the endpoints, their options and the languages of {@link RoutePolicy}. */
final class Reach implements RouteRule {

    private static final Set<String> COMPUTING =
            Set.of("recipientList", "routingSlip", "dynamicRouter", "enrich", "pollEnrich");
    /** Languages that can do anything; they are refused in every position. */
    private static final Set<String> SCRIPTS =
            Set.of("script", "groovy", "js", "joor", "java", "mvel", "ognl", "spel", "python", "wasm", "language");
    /** Camel makes an object of such a class as soon as it loads the route. */
    private static final Pattern CLASS =
            Pattern.compile("\\$\\{bean:(?:type:)?\\w+\\.\\w+\\.|\\$\\{type:|#(?:class|type):");

    private final RoutePolicy policy;
    private final EndpointAddresses addresses;

    Reach(RoutePolicy policy, EndpointAddresses addresses) {
        this.policy = policy;
        this.addresses = addresses;
    }

    @Override
    public boolean isLimit() {
        return true;
    }

    @Override
    public List<Complaint> complaints(List<RouteFile> files) {
        List<Complaint> complaints = new ArrayList<>();
        for (RouteFile file : files) {
            file.texts().forEach(text -> reached(file, text, complaints));
            file.steps().stream()
                    .filter(step -> COMPUTING.contains(step.kind()) && !mayCompute(step))
                    .forEach(step -> complaints.add(computed(file, step.place(), step)));
        }
        return complaints;
    }

    private void reached(RouteFile file, RouteText text, List<Complaint> complaints) {
        if (text.isAddress()) {
            address(file, text, complaints);
        } else if (text.isOption()) {
            String kind = text.step().text("uri").orElse("").strip().replaceFirst(":.*", "");
            complain(file, text.place(), addresses.option(kind, text.key(), text.text()), complaints);
        }
        text.path().stream().filter(key -> isUnwantedLanguage(text, key)).findFirst()
                .ifPresent(language -> complaints.add(language(file, text.place(), language)));
        if (text.key().equals("beanType")
                || !text.key().equals("description") && CLASS.matcher(text.text()).find()) {
            complaints.add(Complaint.at(file, text.place(), "a class: '" + text.text() + "'",
                    "beans that Wattline binds, by their names"));
        }
        if (text.within("beans")) {
            complaints.add(Complaint.at(
                    file, text.place(), "'beans' makes objects", "beans that Wattline binds, by their names"));
        }
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
        return Complaint.at(
                file, place, "language '" + language + "'", new TreeSet<>(policy.languages()) + RoutePolicy.WHERE);
    }

    private void address(RouteFile file, RouteText text, List<Complaint> complaints) {
        String address = text.text().strip();
        int colon = address.indexOf(':');
        if (address.contains("${") && (colon < 0 || address.indexOf("${") < colon)) {
            complaints.add(computed(file, text.place(), text.step()));
        } else if (address.contains("${") && !text.step().kind().equals("toD")) {
            complaints.add(Complaint.at(file, text.place(), "'" + address + "', which is made while it runs, in a step "
                    + "'" + text.step().kind() + "'", "a step 'toD'"));
        } else if (!text.step().kind().equals("interceptFrom") || !address.equals("platform-http:*")) {
            complain(file, text.place(), addresses.inFile(text.text()), complaints);
        }
    }

    private static void complain(
            RouteFile file, YamlValue place, Optional<Wrong> wrong, List<Complaint> complaints) {
        wrong.ifPresent(each -> complaints.add(Complaint.at(file, place, each.found(), each.allowed())));
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
