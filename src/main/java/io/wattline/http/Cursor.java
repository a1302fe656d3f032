package io.wattline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page ends: the key of its last row as a JSON list, packed so that nobody is tempted to make one. */
final class Cursor {

    private Cursor() {
    }

    static String pack(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The key again; null where there is none. */
    static String unpack(String cursor) throws ProblemException {
        if (cursor == null) {
            return null;
        }
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (WebJson.read(key).isArray()) {
                return key;
            }
        } catch (IllegalArgumentException | JsonProcessingException e) {
            throw wrong(e);
        }
        throw wrong(null);
    }

    static ProblemException wrong(Exception cause) {
        ProblemException problem = ProblemException.of("after", "is no place in this list; allowed: what 'next' of the page before says");
        problem.initCause(cause);
        return problem;
    }
}
