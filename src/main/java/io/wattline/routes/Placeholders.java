package io.wattline.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code {{key}}} in a route: a setting that exists and is no secret. Camel knows more forms, with functions such as
 * {@code env:}, with a default and with a placeholder inside; they are refused.
 */
final class Placeholders implements RouteRule {

    private static final Pattern KEY = Pattern.compile("\\{\\{([A-Za-z0-9_.-]+)}}");

    private final Properties settings;

    Placeholders(Properties settings) {
        this.settings = settings;
    }

    @Override
    public boolean isLimit() {
        return true;
    }

    @Override
    public List<Complaint> complaints(List<RouteFile> files) {
        List<Complaint> complaints = new ArrayList<>();
        files.forEach(file -> file.texts().forEach(text -> {
            String unknown = unknown(text.text());
            if (unknown != null) {
                complaints.add(Complaint.at(file, text.place(), unknown + ", which routes cannot read",
                        "{{key}} with a key of config/application.properties that is no secret; beans hand secrets to "
                                + "those who need them"));
            }
        }));
        files.forEach(file -> file.steps("routeTemplate").forEach(template -> parameters(file, template, complaints)));
        return complaints;
    }

    /** A parameter with the name of a setting would stand for another value than the one that was checked. */
    private void parameters(RouteFile file, RouteStep template, List<Complaint> complaints) {
        TemplateUse.named(template, "name").forEach((name, place) -> {
            if (!name.matches("[a-z][A-Za-z0-9]*") || settings.containsKey(name)) {
                complaints.add(Complaint.at(file, place, "parameter '" + name + "'",
                        "letters and digits, and no name of a setting"));
            }
        });
    }

    /** The first placeholder that is not allowed; null where there is none. */
    private String unknown(String text) {
        Matcher key = KEY.matcher(text);
        while (key.find()) {
            if (!settings.containsKey(key.group(1))) {
                return key.group();
            }
        }
        String rest = KEY.matcher(text).replaceAll("");
        int other = Math.max(rest.indexOf("{{"), rest.indexOf("}}"));
        return other < 0 ? null : "'" + rest.substring(other, Math.min(rest.length(), other + 40)) + "'";
    }

    boolean isSetting(String key) {
        return settings.containsKey(key);
    }

    /** The text with the values of the settings; an unknown key stays as it is. */
    String resolved(String text) {
        return KEY.matcher(text).replaceAll(key -> {
            String value = settings.getProperty(key.group(1));
            return Matcher.quoteReplacement(value == null ? key.group() : value);
        });
    }

    /** The key where the text is one placeholder and nothing else; null otherwise. */
    static String onlyKey(String text) {
        Matcher key = KEY.matcher(text.strip());
        return key.matches() ? key.group(1) : null;
    }
}
