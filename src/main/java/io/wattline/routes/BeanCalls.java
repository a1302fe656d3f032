package io.wattline.routes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Beans that a route calls by name: they must be there and have the method. */
final class BeanCalls implements RouteRule {

    private static final Pattern IN_SIMPLE = Pattern.compile("\\$\\{bean:(\\w+)(?:(?:\\?method=|\\.|::)(\\w+))?");
    private static final Pattern IN_ADDRESS = Pattern.compile("(?:^|=)#(?:bean:)?([\\w-]+)(?!:)\\b");

    private final Function<String, Class<?>> beans;
    private final Set<String> forRoutes;

    /**
     * @param beans     class of a bean by its name; null where nobody has bound it
     * @param forRoutes names of the beans that routes may call
     */
    BeanCalls(Function<String, Class<?>> beans, Set<String> forRoutes) {
        this.beans = beans;
        this.forRoutes = forRoutes;
    }

    @Override
    public List<Complaint> complaints(List<RouteFile> files) {
        List<Complaint> complaints = new ArrayList<>();
        files.forEach(file -> file.texts().forEach(text -> look(file, text, complaints)));
        return complaints;
    }

    private void look(RouteFile file, RouteText text, List<Complaint> complaints) {
        if (text.key().equals("ref") && (text.within("method") || text.step().kind().equals("bean"))) {
            call(file, text, text.text(), method(text), complaints);
        } else if (text.within("simple")) {
            Matcher call = IN_SIMPLE.matcher(text.text());
            while (call.find()) {
                call(file, text, call.group(1), Optional.ofNullable(call.group(2)), complaints);
            }
        } else if (text.isAddress() || text.within("parameters")) {
            Matcher named = IN_ADDRESS.matcher(text.text());
            while (named.find()) {
                bean(file, text, named.group(1), complaints);
            }
        }
    }

    private void call(
            RouteFile file, RouteText text, String name, Optional<String> method, List<Complaint> complaints) {
        Optional<Class<?>> bean = bean(file, text, name, complaints);
        if (bean.isPresent() && !forRoutes.contains(name)) {
            complaints.add(Complaint.at(
                    file, text.place(), "bean '" + name + "', which no route may call", "a bean of docs/beans.md"));
        } else if (bean.isPresent() && method.isPresent()
                && Arrays.stream(bean.get().getMethods()).noneMatch(each -> each.getName().equals(method.get()))) {
            complaints.add(Complaint.at(
                    file,
                    text.place(),
                    "unknown method '" + method.get() + "' of bean '" + name + "'",
                    "a public method of " + bean.get().getSimpleName() + " (docs/beans.md)"));
        }
    }

    private Optional<Class<?>> bean(RouteFile file, RouteText text, String name, List<Complaint> complaints) {
        Optional<Class<?>> bean = Optional.ofNullable(beans.apply(name));
        if (bean.isEmpty()) {
            complaints.add(Complaint.at(file, text.place(), "unknown bean '" + name + "'", "a bean that Wattline "
                    + "binds (docs/beans.md)"));
        }
        return bean;
    }

    /** Beside {@code ref}: without its arguments. */
    private static Optional<String> method(RouteText ref) {
        Optional<String> written = ref.step().kind().equals("bean")
                ? ref.step().text("method")
                : ref.step()
                        .part("expression")
                        .map(expression -> expression.entries().get("method"))
                        .filter(each -> each != null && each.isMap())
                        .map(each -> each.entries().get("method"))
                        .map(each -> each == null ? "" : each.text());
        return written.map(each -> each.replaceFirst("\\(.*", "").strip()).filter(each -> !each.isEmpty());
    }
}
