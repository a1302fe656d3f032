package io.wattline.ops;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.OptionalInt;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;

/** The HTTP side: where it listens, and whom it answers. */
public final class HttpSide {

    private final String token;

    /** @param token wattline.http.token, without which nobody is answered; empty where everybody is */
    public HttpSide(String token) {
        this.token = token;
    }

    /** Whether whoever asks must be turned away. */
    public boolean shuts(String authorization) {
        byte[] given = String.valueOf(authorization).getBytes(StandardCharsets.UTF_8);
        return !token.isEmpty() && !MessageDigest.isEqual(("Bearer " + token).getBytes(StandardCharsets.UTF_8), given);
    }

    /** The port it listens on, also where {@code wattline.http.port} is 0 and the system chose one; empty where there is no HTTP. */
    public static OptionalInt port(CamelContext context) {
        VertxPlatformHttpServer server = context.hasService(VertxPlatformHttpServer.class);
        return server == null ? OptionalInt.empty() : OptionalInt.of(server.getPort());
    }

    @Override
    public String toString() {
        return "HttpSide[token=" + !token.isEmpty() + "]";
    }
}
