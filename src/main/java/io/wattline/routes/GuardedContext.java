package io.wattline.routes;

import io.wattline.routes.EndpointAddresses.Wrong;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Endpoint;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.EndpointHelper;

/**
 * A Camel context that makes only endpoints which {@code config/routes.yaml} allows, whoever asks for them: a route, a
 * step that computes an address, or a console over JMX.
 */
public final class GuardedContext extends DefaultCamelContext {

    private static final int KNOWN_MAX = 1_000;

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private EndpointAddresses addresses;

    public GuardedContext() {
        super(false);
    }

    /** Before the first endpoint is made. */
    public void guard(EndpointAddresses allowed) {
        addresses = allowed;
    }

    @Override
    protected Endpoint doGetEndpoint(
            String uri, Map<String, Object> parameters, boolean normalized, boolean prototype) {
        if (!known.contains(uri)) {
            check(uri, normalized);
        }
        if (parameters != null) {
            String kind = uri.replaceFirst(":.*", "");
            parameters.forEach((name, value) -> refuse(uri, addresses.option(kind, name, String.valueOf(value))));
        }
        return super.doGetEndpoint(uri, parameters, normalized, prototype);
    }

    private void check(String uri, boolean normalized) {
        if (addresses == null) {
            throw new IllegalStateException("No endpoint can be made before config/routes.yaml is read");
        }
        String address = normalized ? uri : EndpointHelper.resolveEndpointUriPropertyPlaceholders(this, uri);
        refuse(uri, addresses.made(address));
        if (known.size() < KNOWN_MAX) {
            known.add(uri);
        }
    }

    private static void refuse(String uri, Optional<Wrong> wrong) {
        wrong.ifPresent(each -> {
            throw new ResolveEndpointFailedException(uri.replaceFirst("[?].*", ""), each.found() + "; allowed: "
                    + each.allowed() + ". Nothing was sent.");
        });
    }
}
