package io.wattline.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CatchersTest {

    @Test
    void mail_is_caught_with_its_subject() throws Exception {
        try (MailCatcher catcher = MailCatcher.start()) {
            assertThat(catcher.count()).isZero();
            send(catcher.port(), "Channel 12 sends nothing: Zähler fehlt");
            send(catcher.port(), "Channel 12 is back");
            assertThat(catcher.count()).isEqualTo(2);
            assertThat(catcher.subjects()).containsExactly("Channel 12 sends nothing: Zähler fehlt", "Channel 12 is "
                    + "back");
        }
    }

    @Test
    void slack_and_pagerduty_answer_as_they_do_and_posts_are_kept() throws Exception {
        try (WebhookCatcher catcher = WebhookCatcher.start()) {
            HttpResponse<String> slack = post(catcher.slackUrl(), "{\"text\":\"über\"}");
            assertThat(slack.statusCode()).isEqualTo(200);
            assertThat(slack.body()).isEqualTo("ok");
            HttpResponse<String> pager = post(catcher.pagerDutyUrl(), "{\"event_action\":\"trigger\"}");
            assertThat(pager.statusCode()).isEqualTo(202);
            assertThat(pager.body()).contains("\"status\":\"success\"");
            assertThat(catcher.posts()).containsExactly(new WebhookCatcher.Post("/slack", "{\"text\":\"über\"}"),
                    new WebhookCatcher.Post("/v2/enqueue", "{\"event_action\":\"trigger\"}"));
        }
    }

    @Test
    void only_posts_are_taken() throws Exception {
        try (WebhookCatcher catcher = WebhookCatcher.start()) {
            HttpResponse<String> got = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(catcher.slackUrl()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(got.statusCode()).isEqualTo(405);
            assertThat(catcher.posts()).isEmpty();
        }
    }

    private static HttpResponse<String> post(String url, String body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static void send(int port, String subject) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("wattline@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("operators@example.org"));
        message.setSubject(subject, "UTF-8");
        message.setText("see subject");
        Transport.send(message);
    }
}
