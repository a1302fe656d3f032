package io.wattline.eniscope;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** How the vendor wants a log-in: {@code Authorization: Basic base64(email:md5hex(password))} (Core API v1, authentication). */
final class BasicCredentials {

    private BasicCredentials() {
    }

    /** The header's value: as good as the password. */
    static String header(String email, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((email + ":" + md5Hex(password)).getBytes(StandardCharsets.UTF_8));
    }

    private static String md5Hex(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no MD5, which the vendor's log-in needs", e);
        }
    }
}
