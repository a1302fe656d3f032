package io.wattline.routes;

import io.wattline.yaml.YamlFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;

/** All that can be said of routes files without loading them. */
public final class RouteReview {

    private final List<RouteRule> rules;
    private final Reach reach;

    /**
     * @param settings what {@code {{key}}} in the routes stands for
     * @param beans     class of a bean by its name; null where nobody has bound it
     * @param forRoutes names of the beans that routes may call
     * @param entries   {@code direct:} endpoints to which the program itself sends: they must stay
     */
    public RouteReview(
            RoutePolicy policy,
            Properties settings,
            Function<String, Class<?>> beans,
            Set<String> forRoutes,
            Collection<String> entries) {
        Placeholders placeholders = new Placeholders(settings);
        reach = new Reach(policy, placeholders);
        rules = List.of(
                new CanonicalForm(),
                new Names(),
                new StepIds(),
                new TemplateRules(),
                new Comparisons(),
                placeholders,
                new BeanCalls(beans, forRoutes),
                new References(entries),
                new RouteStatements());
    }

    /** What the texts say of themselves, by the names of their files. */
    public Reviewed review(Map<String, String> texts) {
        List<RouteFile> files = new ArrayList<>();
        List<Complaint> complaints = new ArrayList<>();
        texts.forEach((name, text) -> {
            try {
                files.add(RouteFile.parse(name, text));
            } catch (YamlFileException e) {
                complaints.add(Complaint.of(name, e));
            }
        });
        boolean readable = complaints.isEmpty();
        List<RouteFile> all = RouteFile.withTemplatedRoutes(files);
        // what an unreadable file reads and defines is not known
        rules.stream()
                .filter(rule -> readable || !(rule instanceof References || rule instanceof TemplateRules))
                .forEach(rule -> complaints.addAll(rule.complaints(all)));
        List<Complaint> reaching = reach.complaints(all);
        complaints.addAll(reaching);
        return new Reviewed(all, complaints.stream().sorted().distinct().toList(), readable && reaching.isEmpty());
    }

    /**
     * What came of it.
     *
     * @param files    those that could be read
     * @param loadable whether it does no harm to load them in a context that starts nothing
     */
    public record Reviewed(List<RouteFile> files, List<Complaint> complaints, boolean loadable) {
    }
}
