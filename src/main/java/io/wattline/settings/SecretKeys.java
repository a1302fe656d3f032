package io.wattline.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which settings are secret, and every form in which they can turn up. */
final class SecretKeys {

    private static final Set<String> NAMED = Set.of("eniscope.api.key", "database.url", "slack.webhook.url", "pagerduty.routing-key", "heartbeat.url");
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
        secrets.addAll(loginForms(settings.getOrDefault("eniscope.email", ""), settings.getOrDefault("eniscope.password", "").strip()));
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

    /** The log-in sends base64(email:md5hex(password)) (eniscope API: Authorization): both are as good as the password. */
    private static Set<String> loginForms(String email, String password) {
        if (password.isEmpty()) {
            return Set.of();
        }
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(password.getBytes(StandardCharsets.UTF_8));
            String hashed = HexFormat.of().formatHex(digest);
            return Set.of(hashed, Base64.getEncoder().encodeToString((email.strip() + ":" + hashed).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}
