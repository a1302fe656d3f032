package io.wattline.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What routes evaluate while they run: expressions, messages of the log, addresses and arguments of beans. */
final class SimpleTexts implements RouteRule {

    private static final Set<String> TEMPLATES = Set.of("message", "uri", "deadLetterUri");

    private final SimpleGrammar grammar;
    private final Placeholders placeholders;

    SimpleTexts(SimpleGrammar grammar, Placeholders placeholders) {
        this.grammar = grammar;
        this.placeholders = placeholders;
    }

    @Override
    public boolean isLimit() {
        return true;
    }

    @Override
    public List<Complaint> complaints(List<RouteFile> files) {
        List<Complaint> complaints = new ArrayList<>();
        files.forEach(file -> file.texts().forEach(text -> wrong(text).ifPresent(found -> complaints.add(Complaint.at(
                file,
                text.place(),
                found + ", which routes may not use",
                "${...} with a function of config/routes.yaml, and names of records of Wattline; 'bean' calls beans")))
        ));
        return complaints;
    }

    private Optional<String> wrong(RouteText text) {
        String resolved = placeholders.resolved(text.text());
        if (resolved.strip().regionMatches(true, 0, "resource:", 0, "resource:".length())) {
            return Optional.of("'" + resolved.strip() + "'");
        }
        if (text.within("simple")) {
            return grammar.expression(resolved);
        }
        if (text.key().equals("method")) {
            return grammar.method(resolved);
        }
        return TEMPLATES.contains(text.key()) && !text.within("parameters")
                ? grammar.template(resolved)
                : Optional.empty();
    }
}
