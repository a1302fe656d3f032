package io.wattline.http;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/**
 * A file as a browser gets it.
 *
 * @param type    value of header Content-Type
 * @param tag     value of header ETag; changes when the content does
 * @param content bytes; must not be changed
 */
record DashboardFile(String type, String tag, byte[] content) {

    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");

    static DashboardFile of(String name, byte[] content) {
        return new DashboardFile(TYPES.get(name.substring(name.lastIndexOf('.') + 1)), tagOf(content), content);
    }

    private static String tagOf(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "\"" + new BigInteger(1, hash).toString(Character.MAX_RADIX) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
