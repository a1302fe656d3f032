package io.wattline.eniscope;

import io.wattline.field.FieldCatalogue;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.reading.PollSettings;
import io.wattline.reading.SourceFormat;
import io.wattline.settings.ConfigFile;
import io.wattline.source.Pace;
import io.wattline.source.RequestGate;
import io.wattline.source.SourceState;
import io.wattline.source.TooManyRequestsException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.http.HttpClientConfigurer;

/** The source: session, requests, lists, metadata, and the fields of readings. */
public final class EniscopeModule implements FeatureModule {

    /**
     * The longest that {@code Retry-After} blocks a worker. A longer wait is a failed poll, which is retried by itself.
     */
    private static final Duration RETRY_AFTER_MAX = Duration.ofMinutes(5);

    private final Foundation base;
    private final AccountSettings account;
    private final RequestSettings requests;
    private final Session session;
    private final RequestGate gate = new RequestGate();
    private final BoundedConnections connections;
    private final FieldCatalogue fields;
    private final EniscopeFormat format;

    public EniscopeModule(Foundation base) {
        this.base = base;
        account = base.settings().of(AccountSettings.class);
        requests = base.settings().of(RequestSettings.class);
        connections = new BoundedConnections(requests);
        fields = fields(base.settings().home());
        format = new EniscopeFormat(fields);
        session = new Session(account, requests.logInPause(), base.clock());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("session", session);
        beans.forRoutes("requestGate", gate);
        beans.forRoutes("sourcePace", new Pace(
                "source", Duration.ofSeconds(1).dividedBy(requests.requestsPerSecond())));
        beans.forRoutes("calls", new Calls(gate));
        beans.forRoutes(
                "requestHeaders", new RequestHeaders(requests.baseUrl().getPath(), requests.userAgent(), session));
        beans.forRoutes("responseReader", new ResponseReader(requests.answerMaxBytes(), requests.answerTimeout()));
        beans.forRoutes("responseVerdict", new ResponseVerdict(session, RETRY_AFTER_MAX, base.clock()));
        beans.forRoutes("listings", new Listings(base.settings().of(MetadataSettings.class).pageSize()));
        beans.forRoutes("sourceEvents", new SourceEvents(base.clock()));
        beans.forRoutes("metadata", new Metadata(base.settings().of(PollSettings.class).resolution(), base.clock()));
        beans.forRoutes("metadataStart", new MetadataStart(base.clock()));
        beans.forRoutes("fieldOffers", new FieldOffers(fields, base.clock()));
        beans.forRoutes("readingsCalls", new ReadingsCalls(format));
        beans.forRoutes("counterCalls", new CounterCalls(fields));
        beans.forCamel("retryAfter", (Processor) EniscopeModule::delayNextAttempt);
        beans.forCamel("httpClient", (HttpClientConfigurer) client -> client.setConnectionManager(
                connections.open()).addExecInterceptorFirst("unread-bodies", new UnreadBodies()));
    }

    /** Where the source says how long to wait, that is the delay before the next attempt. */
    private static void delayNextAttempt(Exchange exchange) {
        TooManyRequestsException thrown = exchange.getException(TooManyRequestsException.class);
        if (thrown == null) {
            thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, TooManyRequestsException.class);
        }
        if (thrown != null) {
            thrown.retryAfter()
                    .ifPresent(wait -> exchange.getIn().setHeader(Exchange.REDELIVERY_DELAY, wait.toMillis()));
        }
    }

    @Override
    public Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        URI url = requests.baseUrl();
        properties.put("api.endpoint", url.getScheme() + "://" + url.getRawAuthority()
                + "?throwExceptionOnFailure=false&disableStreamCache=true&httpClientConfigurer=#httpClient");
        properties.put("api.retry.delay.millis", requests.retryDelay().toMillis());
        properties.put("api.retry.delay-max.millis", requests.retryDelayMax().toMillis());
        properties.put("api.breaker.wait.seconds", Math.max(1, requests.breakerWait().toSeconds()));
        properties.put("api.login.timeout.millis", requests.logInTimeout().toMillis());
        for (String component : List.of("http", "https")) {
            httpComponent("camel.component." + component + ".", properties);
        }
        return properties;
    }

    private void httpComponent(String prefix, Map<String, Object> properties) {
        properties.put(prefix + "connect-timeout", requests.connectTimeout().toMillis());
        properties.put(prefix + "response-timeout", requests.responseTimeout().toMillis());
        properties.put(prefix + "so-timeout", requests.responseTimeout().toMillis());
        properties.put(prefix + "connections-per-route", requests.requestsInFlight());
        properties.put(prefix + "automatic-retries-disabled", true);
        properties.put(prefix + "cookie-management-disabled", true);
    }

    /** The catalogue of {@code config/fields.yaml}. */
    public static FieldCatalogue fields(Path home) {
        ConfigFile file = ConfigFile.read(home, "config/fields.yaml");
        return FieldCatalogue.parse(file.name(), file.text(), Set.of(RecordReader.TIMESTAMP));
    }

    /** The field codes that a response names; empty where it names none. */
    public List<String> offeredFields(byte[] response) {
        return OfferedFields.read(response);
    }

    /** Whether the settings name an account at the source. */
    public boolean hasAccount() {
        return account.isSet();
    }

    /** How requests are sent. */
    public RequestSettings requests() {
        return requests;
    }

    public SourceState state() {
        return session;
    }

    /** Closes the connections of all requests. A thread that waits for a response cannot be interrupted otherwise. */
    public void cutConnections() {
        connections.cut();
    }

    public RequestGate gate() {
        return gate;
    }

    public FieldCatalogue fields() {
        return fields;
    }

    public SourceFormat format() {
        return format;
    }
}
