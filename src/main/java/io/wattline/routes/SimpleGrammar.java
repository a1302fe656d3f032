package io.wattline.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of Camel's Simple language that routes may use: text, and functions that {@code config/routes.yaml} lists,
 * without functions inside of functions. Everything that Simple evaluates begins with a dollar sign, so a dollar sign
 * that begins none of these functions is refused.
 */
final class SimpleGrammar {

    private static final Pattern FUNCTION = Pattern.compile("\\$\\{([^{}$]*+)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*+");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]*+");
    /** A name after a dot, or the key of a row, or a place in a list. */
    private static final Pattern PATH = Pattern.compile("\\??\\.([A-Za-z]\\w*+)|\\[([A-Za-z0-9_]++)]");
    private static final Pattern ARGUMENT =
            Pattern.compile("\\$\\{[^{}$]*+}|'[^'$\\\\{}]*+'|-?\\d++|true|false|null");
    private static final Pattern METHOD = Pattern.compile("([A-Za-z]\\w*+)\\s*+(?:\\((.*)\\))?+", Pattern.DOTALL);
    /** Operators of predicates that load a class, run a pattern or call a function. */
    private static final Pattern OPERATOR =
            Pattern.compile("(?:^|\\s|!)(?:is|regex)\\s|=~|~~|~>|\\?:|\\+\\+|--", Pattern.CASE_INSENSITIVE);

    private final RoutePolicy policy;
    private final CallableBeans beans;

    SimpleGrammar(RoutePolicy policy, CallableBeans beans) {
        this.policy = policy;
        this.beans = beans;
    }

    /** What is wrong with a text that contains functions, such as a message of the log or an address. */
    Optional<String> template(String text) {
        return functions(text, false);
    }

    /** What is wrong with an expression or a condition. */
    Optional<String> expression(String text) {
        Optional<String> wrong = functions(text, false);
        String literal = FUNCTION.matcher(text).replaceAll("x");
        return wrong.isPresent() || !OPERATOR.matcher(literal).find()
                ? wrong
                : Optional.of("the operator '" + found(OPERATOR, literal) + "'");
    }

    /** The name of the method and what is wrong with its arguments. */
    Optional<String> method(String text) {
        Matcher method = METHOD.matcher(text.strip());
        if (!method.matches()) {
            return Optional.of("the call '" + text.strip() + "'");
        }
        return method.group(2) == null || method.group(2).isBlank() ? Optional.empty() : arguments(method.group(2));
    }

    /** The name of the method that a text calls; empty where it is none. */
    static Optional<String> methodName(String text) {
        Matcher method = METHOD.matcher(text.strip());
        return method.matches() ? Optional.of(method.group(1)) : Optional.empty();
    }

    private Optional<String> arguments(String text) {
        Matcher argument = ARGUMENT.matcher(text);
        int place = skip(text, 0);
        while (argument.find(place) && argument.start() == place) {
            Optional<String> wrong = functions(argument.group(), true);
            if (wrong.isPresent()) {
                return wrong;
            }
            place = skip(text, argument.end());
            if (place == text.length()) {
                return Optional.empty();
            }
            if (text.charAt(place) != ',') {
                break;
            }
            place = skip(text, place + 1);
        }
        return Optional.of("the argument '" + text.substring(place).strip() + "'");
    }

    private static int skip(String text, int from) {
        int place = from;
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        return place;
    }

    private Optional<String> functions(String text, boolean forBean) {
        List<String> wrong = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        Matcher function = FUNCTION.matcher(text);
        while (function.find()) {
            function.appendReplacement(literal, "");
            if (!isAllowed(function.group(1), forBean)) {
                wrong.add("'" + function.group() + "'");
            }
        }
        function.appendTail(literal);
        int dollar = Math.max(literal.indexOf("$"), literal.indexOf("\\"));
        if (wrong.isEmpty() && dollar >= 0) {
            wrong.add("'" + literal.substring(dollar, Math.min(literal.length(), dollar + 40)) + "'");
        }
        return wrong.stream().findFirst();
    }

    private boolean isAllowed(String function, boolean forBean) {
        if (function.startsWith("header.")) {
            String name = function.substring("header.".length());
            return policy.functions().contains("header")
                    && HEADER.matcher(name).matches()
                    && policy.readable().containsKey(name)
                    && (forBean || !RoutePolicy.SECRET.equals(policy.readable().get(name)));
        }
        if (function.equals("headers")) {
            return forBean && policy.functions().contains(function);
        }
        if (function.startsWith("exchangeProperty.")) {
            String rest = function.substring("exchangeProperty.".length());
            Matcher name = NAME.matcher(rest);
            return policy.functions().contains("exchangeProperty")
                    && name.lookingAt()
                    && isPath(rest.substring(name.end()));
        }
        boolean isOfBody = function.startsWith("body.") || function.startsWith("body[") || function.startsWith("body?");
        return isOfBody
                ? policy.functions().contains("body") && isPath(function.substring("body".length()))
                : policy.functions().contains(function)
                        && !function.equals("header")
                        && !function.equals("exchangeProperty");
    }

    private boolean isPath(String path) {
        Matcher part = PATH.matcher(path);
        int end = 0;
        while (part.find(end) && part.start() == end) {
            if (part.group(1) != null && !beans.isField(part.group(1)) || "class".equals(part.group(2))) {
                return false;
            }
            end = part.end();
            if (end == path.length()) {
                return true;
            }
        }
        return path.isEmpty();
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group().strip() : "";
    }
}
