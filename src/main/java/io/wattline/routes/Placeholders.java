package io.wattline.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code {{key}}} in a route: a setting that exists and is no secret. */
final class Placeholders implements RouteRule {

    private static final Pattern KEY = Pattern.compile("\\{\\{\\??!?([^}:]+)(?::([^}]*))?}}");

    private final Properties settings;

    Placeholders(Properties settings) {
        this.settings = settings;
    }

    @Override
    public List<Complaint> complaints(List<RouteFile> files) {
        List<Complaint> complaints = new ArrayList<>();
        files.forEach(file -> file.texts().stream().filter(text -> !text.key().equals("description")).forEach(text -> {
            Matcher key = KEY.matcher(text.text());
            while (key.find()) {
                if (!settings.containsKey(key.group(1))) {
                    complaints.add(Complaint.at(file, text.place(), "{{" + key.group(1) + "}}, which routes do not get",
                            "a key of config/application.properties that is no secret; beans hand secrets to those "
                                    + "who need them"));
                }
            }
        }));
        return complaints;
    }

    /** A text with what the settings say; a key that there is not stays as it is. */
    String resolved(String text) {
        return KEY.matcher(text).replaceAll(key -> {
            String value = settings.getProperty(key.group(1), key.group(2));
            return Matcher.quoteReplacement(value == null ? key.group() : value);
        });
    }
}
