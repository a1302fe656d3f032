package io.wattline.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path with names in braces, such as {@code /api/channels/{id}}. */
record PathTemplate(String text, Pattern pattern, List<String> names) {

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    static PathTemplate of(String text) {
        List<String> names = NAME.matcher(text).results().map(MatchResult::group)
                .map(name -> name.substring(1, name.length() - 1)).toList();
        return new PathTemplate(text, Pattern.compile(NAME.matcher(text).replaceAll("([^/]+)")), names);
    }

    /** The values of the names in a path as it was sent; empty where the path does not match. */
    Optional<Map<String, String>> match(String path) {
        Matcher matcher = pattern.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), decode(matcher.group(i + 1).replace("+", "%2B")));
        }
        return Optional.of(values);
    }

    /** Decodes a part of a query. A part that is not encoded correctly stays as it is. */
    static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
