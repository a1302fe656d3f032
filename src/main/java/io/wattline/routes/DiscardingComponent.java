package io.wattline.routes;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;

/** Replaces mail while routes are tried out: it accepts every message and discards it. */
public final class DiscardingComponent extends DefaultComponent {

    /**
     * Replacements of all components that reach outside, by the names under which Camel looks for them: mail is
     * discarded, HTTP reaches this machine only.
     */
    public static Map<String, Object> components() {
        return Map.of(
                "smtp",
                new DiscardingComponent(),
                "smtps",
                new DiscardingComponent(),
                "https",
                thisMachineOnly(),
                "http",
                thisMachineOnly());
    }

    private static HttpComponent thisMachineOnly() {
        HttpComponent component = new HttpComponent();
        component.setClientConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new SystemDefaultDnsResolver() {
                    @Override
                    public InetAddress[] resolve(String host) throws UnknownHostException {
                        if (!host.equals("localhost") && !host.matches("127\\.\\d+\\.\\d+\\.\\d+")) {
                            throw new UnknownHostException("Routes that are tried out reach this machine only, "
                                    + "and not '" + host + "'");
                        }
                        return super.resolve(host);
                    }
                })
                .build());
        return component;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        parameters.clear();
        return new DefaultEndpoint(uri, this) {
            @Override
            public Producer createProducer() {
                return new DefaultProducer(this) {
                    @Override
                    public void process(Exchange exchange) {
                        // discarded
                    }
                };
            }

            @Override
            public Consumer createConsumer(Processor processor) {
                throw new UnsupportedOperationException(
                        "Routes that are tried out receive nothing from outside: " + uri);
            }
        };
    }
}
