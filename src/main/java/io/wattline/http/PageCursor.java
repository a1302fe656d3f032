package io.wattline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The end of a page: the key of its last row as a JSON list. It is encoded, because clients are not meant to build one.
 */
final class PageCursor {

    private PageCursor() {
    }

    static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The key; null for null. */
    static String decode(String cursor) throws ProblemException {
        if (cursor == null) {
            return null;
        }
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (WebJson.read(key).isArray()) {
                return key;
            }
        } catch (IllegalArgumentException | JsonProcessingException e) {
            throw invalid(e);
        }
        throw invalid(null);
    }

    static ProblemException invalid(Exception cause) {
        ProblemException problem = ProblemException.of("after",
                "is no position in this list; allowed: 'next' of the page before");
        problem.initCause(cause);
        return problem;
    }
}
