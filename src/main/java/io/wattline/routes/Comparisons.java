package io.wattline.routes;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Refuses comparisons of numbers in routes: Simple truncates decimals ({@code 100.50 > 100} is false) and compares
 * texts with numbers inconsistently.
 */
final class Comparisons implements RouteRule {

    private static final Pattern NUMERIC =
            Pattern.compile("[<>]|(?:==|!=)\\s*['\"]?-?\\d|-?\\d['\"]?\\s*(?:==|!=)|\\b(?:range|not range)\\b");

    @Override
    public List<Complaint> complaints(List<RouteFile> files) {
        return files.stream()
                .flatMap(file -> file.texts().stream()
                        .filter(text -> text.within("simple") && isNumeric(text.text()))
                        .map(text -> Complaint.at(
                                file,
                                text.place(),
                                "'" + text.text().strip() + "' compares numbers in "
                                        + "Simple, which drops their decimals",
                                "a bean that answers true or false: expression: {method: {ref: ..., method: ...}}")))
                .toList();
    }

    private static boolean isNumeric(String expression) {
        return NUMERIC.matcher(expression.replace("->", "")).find();
    }
}
