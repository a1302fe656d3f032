package io.wattline;

import io.wattline.api.AnswerReader;
import io.wattline.api.Door;
import io.wattline.api.Listings;
import io.wattline.api.RequestHeaders;
import io.wattline.api.Session;
import io.wattline.api.UnreadBodies;
import io.wattline.api.Verdict;
import io.wattline.meter.Metadata;
import io.wattline.meter.VendorLists;
import io.wattline.ops.RetryAfter;
import io.wattline.settings.Settings;
import java.time.Duration;
import org.apache.camel.component.http.HttpClientConfigurer;

/** The way to the source, and what it says of organizations, devices, meters and channels. */
final class SourceBeans {

    /** The longest that {@code Retry-After} holds a worker; a longer wait is a failed poll, which comes back by itself. */
    private static final Duration RETRY_AFTER_MAX = Duration.ofMinutes(5);

    private SourceBeans() {
    }

    static void bind(Ground ground, Session session, Door door) {
        Settings settings = ground.settings();
        ground.bind("door", door);
        ground.bind("requestHeaders", new RequestHeaders(CamelProperties.baseUrl(settings).getPath(), settings.text("api.user-agent"), session));
        ground.bind("answerReader", new AnswerReader(settings.count("api.answer-max-bytes"), settings.duration("api.answer-timeout")));
        ground.bind("retryAfter", new RetryAfter());
        ground.bind("httpClient", (HttpClientConfigurer) client -> client.addExecInterceptorFirst("unread-bodies", new UnreadBodies()));
        ground.bind("verdict", new Verdict(session, RETRY_AFTER_MAX, ground.clock()));
        ground.bind("listings", new Listings(settings.count("metadata.page-size")));
        ground.bind("vendorLists", new VendorLists(ground.clock()));
        ground.bind("metadata", new Metadata(settings.duration("readings.resolution"), ground.clock()));
    }
}
