package io.wattline.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.postgresql.PGProperty;

/** The options of a database URL, in pgjdbc's names; those of libpq are translated. */
final class UrlOptions {

    private static final Map<String, String> LIBPQ = Map.ofEntries(
            Map.entry("channel_binding", "channelBinding"),
            Map.entry("application_name", "ApplicationName"),
            Map.entry("connect_timeout", "connectTimeout"),
            Map.entry("target_session_attrs", "targetServerType"),
            Map.entry("gssencmode", "gssEncMode"),
            Map.entry("sslnegotiation", "sslNegotiation"),
            Map.entry("search_path", "currentSchema"),
            Map.entry("schema", "currentSchema"));

    private static final Map<String, String> SERVER_TYPES = Map.of(
            "read-write",
            "primary",
            "primary",
            "primary",
            "any",
            "any",
            "standby",
            "secondary",
            "read-only",
            "secondary",
            "prefer-standby",
            "preferSecondary");

    /** Options of other clients, which mean nothing here. */
    private static final Set<String> IGNORED = Set.of(
            "pgbouncer",
            "connection_limit",
            "pool_timeout",
            "client_encoding",
            "fallback_application_name",
            "keepalives",
            "keepalives_idle",
            "keepalives_interval",
            "keepalives_count",
            "tcp_user_timeout");

    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private UrlOptions() {
    }

    static Map<String, String> parse(String query) {
        Map<String, String> options = new TreeMap<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                String[] halves = pair.split("=", 2);
                String name = decoded("the name of an option", halves[0]);
                put(options, name, halves.length == 1 ? "" : decoded("option " + name, halves[1]));
            }
        }
        return options;
    }

    private static void put(Map<String, String> options, String name, String value) {
        String ours = LIBPQ.getOrDefault(name, name);
        if (IGNORED.contains(name)) {
            return;
        }
        if (PGProperty.forName(ours) == null) {
            throw DatabaseUrl.refused("option '" + name + "' is not known");
        }
        if (ours.equals("sslmode") && !SSL_MODES.contains(value)) {
            throw DatabaseUrl.refused("sslmode is not one of disable, allow, prefer, require, verify-ca, verify-full");
        }
        if (ours.equals("sslrootcert") && value.equals("system")) {
            options.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        } else {
            options.put(ours, ours.equals("targetServerType") ? SERVER_TYPES.getOrDefault(value, value) : value);
        }
    }

    /** Percent-decoding as libpq does it: {@code +} is a plus. */
    static String decoded(String part, String text) {
        if (!text.matches("(?:[^%]|%[0-9A-Fa-f]{2})*+")) {
            throw DatabaseUrl.refused(part + " holds a % that two hexadecimal digits do not follow");
        }
        return java.net.URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
