package io.wattline.eniscope;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The credentials of a log-in: {@code Authorization: Basic base64(email:md5hex(password))} (Core API v1,
 * authentication).
 */
final class BasicCredentials {

    private BasicCredentials() {
    }

    /** The value of the header, which is as good as the password. */
    static String header(String email, String password) {
        return "Basic " + encoded(email, password);
    }

    /** E-mail and hashed password in Base64. */
    static String encoded(String email, String password) {
        return Base64.getEncoder().encodeToString((email + ":" + hash(password)).getBytes(StandardCharsets.UTF_8));
    }

    static String hash(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no MD5, which the log-in needs", e);
        }
    }
}
