package io.wattline.routes;

import io.wattline.yaml.YamlFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;

/** Finds what is wrong with route files without loading them. */
public final class RouteReview {

    private final List<RouteRule> rules;
    private final EndpointAddresses addresses;

    /**
     * @param settings what {@code {{key}}} in the routes stands for
     * @param beans     class of a bean by its name; null where no bean has it
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
        CallableBeans callable = new CallableBeans(forRoutes, beans, policy.fields());
        addresses = new EndpointAddresses(policy, placeholders);
        rules = List.of(
                new RouteShape(policy),
                new CanonicalForm(),
                new Names(),
                new StepIds(),
                new TemplateRules(),
                new Comparisons(),
                placeholders,
                new SimpleTexts(new SimpleGrammar(policy, callable), placeholders),
                new BeanCalls(name -> beans.apply(name) != null, callable),
                new References(entries),
                new RouteStatements(),
                new Reach(policy, addresses));
    }

    /** Which addresses routes may reach while they run. */
    EndpointAddresses addresses() {
        return addresses;
    }

    /** Checks texts by the names of their files. */
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
        boolean isLoadable = readable;
        for (RouteRule rule : rules) {
            // what an unreadable file reads and defines is not known
            if (readable || !(rule instanceof References || rule instanceof TemplateRules)) {
                List<Complaint> found = rule.complaints(all);
                complaints.addAll(found);
                isLoadable &= !rule.isLimit() || found.isEmpty();
            }
        }
        return new Reviewed(all, complaints.stream().sorted().distinct().toList(), isLoadable);
    }

    /**
     * The result of a review.
     *
     * @param files    those that could be read
     * @param loadable whether it is safe to load them in a context that starts nothing
     */
    public record Reviewed(List<RouteFile> files, List<Complaint> complaints, boolean loadable) {
    }
}
