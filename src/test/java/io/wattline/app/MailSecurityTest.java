package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.wattline.lab.demo.MailCatcher;
import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mail.DefaultAuthenticator;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/**
 * SMTP as {@code smtp.*} says it: nothing goes out in the clear where TLS is asked for, and a user name means logging
 * in.
 */
class MailSecurityTest {

    private static GreenMail server(String protocol) {
        GreenMail server = new GreenMail(MailCatcher.setup(protocol))
                .withConfiguration(GreenMailConfiguration.aConfig().withUser("me@example.org", "me", "right"));
        server.start();
        return server;
    }

    private static void send(int port, String tls, String password) throws Exception {
        Map<String, String> overrides = new HashMap<>(Map.of(
                "smtp.host",
                "127.0.0.1",
                "smtp.port",
                String.valueOf(port),
                "smtp.tls",
                tls,
                "alert.email.from",
                "me@example.org",
                "alert.email.to",
                "you@example.org"));
        if (password != null) {
            overrides.putAll(Map.of("smtp.username", "me", "smtp.password", password));
        }
        Settings settings = WattlineSettings.load(Path.of("").toAbsolutePath(), "prod", Map.of()).with(overrides);
        String endpoint = IdleModules.properties(settings, RunMode.ONCE).getProperty("smtp.endpoint");
        try (DefaultCamelContext context = new DefaultCamelContext();
                ProducerTemplate template = context.createProducerTemplate()) {
            context.getRegistry().bind("mailAccount", new DefaultAuthenticator("me", String.valueOf(password)));
            context.start();
            template.sendBodyAndHeaders(
                    endpoint, "text", Map.of("From", "wattline@example.org", "To", "me@example.org", "Subject", "s"));
        }
    }

    @Test
    void a_server_without_starttls_gets_nothing_where_it_is_asked_for() {
        GreenMail server = server(ServerSetup.PROTOCOL_SMTP);
        try {
            assertThatThrownBy(() -> send(server.getSmtp().getPort(), "starttls", null))
                    .isInstanceOf(CamelExecutionException.class)
                    .rootCause()
                    .hasMessageContaining("STARTTLS");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void a_server_whose_certificate_nobody_vouches_for_gets_nothing() {
        GreenMail server = server(ServerSetup.PROTOCOL_SMTPS);
        try {
            assertThatThrownBy(() -> send(server.getSmtps().getPort(), "tls", null))
                    .isInstanceOf(CamelExecutionException.class)
                    .rootCause()
                    .hasMessageContaining("certification path");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void a_user_name_means_logging_in_and_a_wrong_password_sends_nothing() throws Exception {
        GreenMail server = server(ServerSetup.PROTOCOL_SMTP);
        try {
            assertThatThrownBy(() -> send(server.getSmtp().getPort(), "none", "wrong"))
                    .rootCause()
                    .hasMessageContaining("535");
            assertThat(server.getReceivedMessages()).isEmpty();
            send(server.getSmtp().getPort(), "none", "right");
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }
}
