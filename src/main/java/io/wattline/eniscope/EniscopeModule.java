package io.wattline.eniscope;

import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.settings.ConfigFile;
import io.wattline.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.http.HttpClientConfigurer;

/** The source: session, requests, lists, metadata, and the fields of readings. */
public final class EniscopeModule implements FeatureModule {

    /** The longest that {@code Retry-After} holds a worker; a longer wait is a failed poll, which comes back by itself. */
    private static final Duration RETRY_AFTER_MAX = Duration.ofMinutes(5);

    private final Foundation base;
    private final Settings settings;
    private final Session session;
    private final RequestGate gate = new RequestGate();
    private final FieldCatalogue fields;
    private final Normaliser normaliser;

    public EniscopeModule(Foundation base) {
        this.base = base;
        settings = base.settings();
        ConfigFile file = ConfigFile.read(settings.home(), "config/fields.yaml");
        fields = FieldCatalogue.parse(file.name(), file.text());
        normaliser = new Normaliser(fields);
        session = new Session(settings.text("eniscope.api.key"), settings.text("eniscope.email"), settings.text("eniscope.password"),
                settings.duration("api.login.pause"), base.clock());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("session", session);
        beans.forRoutes("door", gate);
        beans.forRoutes("requestHeaders", new RequestHeaders(baseUrl().getPath(), settings.text("api.user-agent"), session));
        beans.forRoutes("answerReader", new ResponseReader(settings.count("api.answer-max-bytes"), settings.duration("api.answer-timeout")));
        beans.forCamel("retryAfter", new RetryAfter());
        beans.forCamel("httpClient", (HttpClientConfigurer) client -> client.addExecInterceptorFirst("unread-bodies", new UnreadBodies()));
        beans.forRoutes("verdict", new ResponseVerdict(session, RETRY_AFTER_MAX, base.clock()));
        beans.forRoutes("listings", new Listings(settings.count("metadata.page-size")));
        beans.forRoutes("vendorLists", new VendorLists(base.clock()));
        beans.forRoutes("metadata", new Metadata(settings.duration("readings.resolution"), base.clock()));
        beans.forRoutes("offers", new FieldOffers(fields, base.clock()));
    }

    @Override
    public Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        URI url = baseUrl();
        properties.put("api.endpoint", url.getScheme() + "://" + url.getRawAuthority()
                + "?throwExceptionOnFailure=false&disableStreamCache=true&httpClientConfigurer=#httpClient");
        properties.put("api.retry.delay.millis", settings.duration("api.retry.delay").toMillis());
        properties.put("api.retry.delay-max.millis", settings.duration("api.retry.delay-max").toMillis());
        properties.put("api.breaker.wait.seconds", Math.max(1, settings.duration("api.breaker.wait").toSeconds()));
        Duration logIn = settings.duration("api.connect-timeout").plus(settings.duration("api.answer-timeout"));
        // one log-in that is under way, and one more
        properties.put("api.login.timeout.millis", logIn.multipliedBy(2).toMillis());
        httpComponents(properties);
        return properties;
    }

    private void httpComponents(Map<String, Object> properties) {
        for (String component : new String[] {"http", "https"}) {
            String prefix = "camel.component." + component + ".";
            properties.put(prefix + "connect-timeout", settings.duration("api.connect-timeout").toMillis());
            properties.put(prefix + "response-timeout", settings.duration("api.response-timeout").toMillis());
            properties.put(prefix + "so-timeout", settings.duration("api.response-timeout").toMillis());
            properties.put(prefix + "connections-per-route", settings.count("api.requests-in-flight"));
            properties.put(prefix + "automatic-retries-disabled", true);
            properties.put(prefix + "cookie-management-disabled", true);
        }
    }

    /** The base URL with {@code /v1}, which people may leave out. */
    private URI baseUrl() {
        String url = settings.text("eniscope.api.url").replaceAll("/+$", "");
        return URI.create(url.endsWith("/v1") ? url : url + "/v1");
    }

    public Session session() {
        return session;
    }

    public RequestGate gate() {
        return gate;
    }

    public FieldCatalogue fields() {
        return fields;
    }

    public Normaliser normaliser() {
        return normaliser;
    }
}
