package io.wattline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Nothing leaves this machine while routes are tried out. */
class DiscardingComponentTest {

    @Test
    void mail_goes_nowhere_and_http_to_this_machine_only() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
        server.start();
        try (DefaultCamelContext context = new DefaultCamelContext();
                ProducerTemplate template = context.createProducerTemplate()) {
            DiscardingComponent.components().forEach(context.getRegistry()::bind);
            context.start();
            template.sendBody("smtp://mail.invalid:25?to=somebody@example.org", "a mail");
            assertThat(template.requestBody(
                            "http://127.0.0.1:" + server.getAddress().getPort(), null, String.class))
                    .isNullOrEmpty();
            assertThatThrownBy(() -> template.requestBody("http://192.0.2.1/", "a message"))
                    .rootCause()
                    .hasMessageContaining("this machine only");
            assertThatThrownBy(() -> template.requestBodyAndHeader(
                            "https:hooks?throwExceptionOnFailure=false",
                            "a message",
                            "CamelHttpUri",
                            "https://hooks.invalid/services"))
                    .rootCause()
                    .hasMessageContaining("this machine only");
        } finally {
            server.stop(0);
        }
    }
}
