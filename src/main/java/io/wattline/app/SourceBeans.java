package io.wattline.app;

import io.wattline.eniscope.Listings;
import io.wattline.eniscope.Metadata;
import io.wattline.eniscope.RequestGate;
import io.wattline.eniscope.RequestHeaders;
import io.wattline.eniscope.ResponseReader;
import io.wattline.eniscope.ResponseVerdict;
import io.wattline.eniscope.RetryAfter;
import io.wattline.eniscope.Session;
import io.wattline.eniscope.UnreadBodies;
import io.wattline.eniscope.VendorLists;
import io.wattline.settings.Settings;
import java.time.Duration;
import org.apache.camel.component.http.HttpClientConfigurer;

/** The way to the source, and what it says of organizations, devices, meters and channels. */
final class SourceBeans {

    /** The longest that {@code Retry-After} holds a worker; a longer wait is a failed poll, which comes back by itself. */
    private static final Duration RETRY_AFTER_MAX = Duration.ofMinutes(5);

    private SourceBeans() {
    }

    static void bind(Ground ground, Session session, RequestGate door) {
        Settings settings = ground.settings();
        ground.bind("door", door);
        ground.bind("requestHeaders", new RequestHeaders(CamelProperties.baseUrl(settings).getPath(), settings.text("api.user-agent"), session));
        ground.bind("answerReader", new ResponseReader(settings.count("api.answer-max-bytes"), settings.duration("api.answer-timeout")));
        ground.bind("retryAfter", new RetryAfter());
        ground.bind("httpClient", (HttpClientConfigurer) client -> client.addExecInterceptorFirst("unread-bodies", new UnreadBodies()));
        ground.bind("verdict", new ResponseVerdict(session, RETRY_AFTER_MAX, ground.clock()));
        ground.bind("listings", new Listings(settings.count("metadata.page-size")));
        ground.bind("vendorLists", new VendorLists(ground.clock()));
        ground.bind("metadata", new Metadata(settings.duration("readings.resolution"), ground.clock()));
    }
}
