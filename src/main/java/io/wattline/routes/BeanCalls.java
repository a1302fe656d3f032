package io.wattline.routes;

import io.wattline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Beans that a route calls by name: each must exist, be meant for routes, and have the method. */
final class BeanCalls implements RouteRule {

    private static final Pattern IN_ADDRESS = Pattern.compile("(?:^|=)#(?:bean:)?([\\w-]+)(?!:)\\b");

    private final Predicate<String> bound;
    private final CallableBeans callable;

    /**
     * @param bound    whether a bean of this name exists
     * @param callable what routes may call
     */
    BeanCalls(Predicate<String> bound, CallableBeans callable) {
        this.bound = bound;
        this.callable = callable;
    }

    @Override
    public boolean isLimit() {
        return true;
    }

    @Override
    public List<Complaint> complaints(List<RouteFile> files) {
        List<Complaint> complaints = new ArrayList<>();
        files.forEach(file -> file.texts().forEach(text -> look(file, text, complaints)));
        return complaints;
    }

    private void look(RouteFile file, RouteText text, List<Complaint> complaints) {
        if (text.key().equals("ref")) {
            call(file, text, complaints);
        } else if (text.isAddress() || text.isOption()) {
            Matcher named = IN_ADDRESS.matcher(text.text());
            while (named.find()) {
                if (!bound.test(named.group(1))) {
                    complaints.add(unknown(file, text, named.group(1)));
                }
            }
        }
    }

    private void call(RouteFile file, RouteText text, List<Complaint> complaints) {
        String name = text.text();
        Optional<String> method = method(text).flatMap(SimpleGrammar::methodName);
        if (!callable.has(name)) {
            complaints.add(bound.test(name)
                    ? Complaint.at(file, text.place(), "bean '" + name + "', which no route may call", "a bean of "
                            + "docs/beans.md")
                    : unknown(file, text, name));
        } else if (method.isPresent() && !callable.has(name, method.get())) {
            complaints.add(Complaint.at(
                    file,
                    text.place(),
                    "unknown method '" + method.get() + "' of bean '" + name + "'",
                    "a public method of " + callable.typeName(name) + " (docs/beans.md)"));
        }
    }

    private static Complaint unknown(RouteFile file, RouteText text, String name) {
        return Complaint.at(
                file, text.place(), "unknown bean '" + name + "'", "a bean that Wattline binds (docs/beans.md)");
    }

    /** Beside {@code ref}. */
    private static Optional<String> method(RouteText ref) {
        return ref.step().kind().equals("bean")
                ? ref.step().text("method")
                : ref.step()
                        .part("expression")
                        .filter(YamlValue::isMap)
                        .map(expression -> expression.entries().get("method"))
                        .filter(each -> each != null && each.isMap())
                        .map(each -> each.entries().get("method"))
                        .filter(each -> each != null && !each.isMap() && !each.isList())
                        .map(YamlValue::text);
    }
}
