package io.wattline.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which settings are secret, and their values. */
final class SecretKeys {

    private static final Set<String> NAMED =
            Set.of("eniscope.api.key", "database.url", "slack.webhook.url", "pagerduty.routing-key", "heartbeat.url");
    private static final Pattern NAME = Pattern.compile(".*(password|token|secret)$");
    private static final Pattern PASSWORD_IN_URL = Pattern.compile("://[^/?#\\s]*?:([^/?#\\s]*)@");
    private static final Pattern PASSWORD_IN_QUERY = Pattern.compile("(?i)[?&]password=([^&]+)");

    private SecretKeys() {
    }

    static boolean isSecret(String key) {
        return NAMED.contains(key) || NAME.matcher(key).matches();
    }

    static Set<String> values(Map<String, String> settings) {
        Set<String> secrets = new TreeSet<>();
        settings.forEach((key, value) -> {
            if (isSecret(key) && !value.isBlank()) {
                secrets.addAll(key.equals("database.url") ? passwords(value) : Set.of(value.strip()));
            }
        });
        return secrets;
    }

    /** A database URL is shown but for its password, which may be percent-encoded in it. */
    private static Set<String> passwords(String url) {
        Set<String> found = new TreeSet<>();
        for (Pattern pattern : new Pattern[] {PASSWORD_IN_URL, PASSWORD_IN_QUERY}) {
            Matcher matcher = pattern.matcher(url);
            while (matcher.find()) {
                found.add(matcher.group(1));
                found.add(decoded(matcher.group(1)));
            }
        }
        found.remove("");
        return found;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
