package io.wattline.routes;

import io.wattline.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code - templatedRoute:} of a file: the parameters that it gives to its template.
 *
 * @param step       the element itself
 * @param given      parameters that stand in it, by name
 * @param parameters the same with the defaults of the template
 */
public record TemplateUse(RouteStep step, Map<String, YamlValue> given, Map<String, YamlValue> parameters) {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\{([\\w-]+)}}");

    /** @param template the template that {@code step} names */
    static TemplateUse of(RouteStep step, RouteStep template) {
        Map<String, YamlValue> given = named(step, "value");
        Map<String, YamlValue> parameters = new LinkedHashMap<>(named(template, "defaultValue"));
        parameters.putAll(given);
        return new TemplateUse(step, given, parameters);
    }

    /** The parameters of a template or of a templated route that have {@code key}, by name. */
    static Map<String, YamlValue> named(RouteStep step, String key) {
        Map<String, YamlValue> named = new LinkedHashMap<>();
        step.part("parameters").filter(YamlValue::isList).stream()
                .flatMap(list -> list.items().stream())
                .filter(YamlValue::isMap)
                .map(YamlValue::entries)
                .filter(entries -> entries.containsKey("name") && entries.containsKey(key))
                .forEach(entries -> named.put(entries.get("name").text(), entries.get(key)));
        return named;
    }

    Optional<String> routeId() {
        return step.text("routeId");
    }

    String prefix() {
        return step.text("prefixId").orElse("");
    }

    YamlValue place() {
        return step.value();
    }

    boolean hasParameter(String text) {
        return PARAMETER.matcher(text).results().anyMatch(found -> parameters.containsKey(found.group(1)));
    }

    /** The first parameter of {@code text} that is given: the place to look for what is wrong with the text. */
    YamlValue place(String text) {
        return PARAMETER
                .matcher(text)
                .results()
                .map(found -> given.get(found.group(1)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(place());
    }

    String resolved(String text) {
        return PARAMETER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                parameters.containsKey(found.group(1)) ? parameters.get(found.group(1)).text() : found.group()));
    }
}
