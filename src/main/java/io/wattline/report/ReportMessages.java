package io.wattline.report;

import io.wattline.alert.NotificationSettings;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Formats reports as messages, and records what became of them. */
public final class ReportMessages {

    private static final Logger LOG = LoggerFactory.getLogger(ReportMessages.class);
    private static final int OK = 2;
    private static final int HUNDRED = 100;

    private final ReportStore store;
    private final ReportWriter writer;
    private final NotificationSettings settings;
    private final String url;

    /** @param url address of the dashboard; empty where there is none */
    ReportMessages(ReportStore store, ReportWriter writer, NotificationSettings settings, String url) {
        this.store = store;
        this.writer = writer;
        this.settings = settings;
        this.url = url.replaceFirst("/+$", "");
    }

    /** The deliveries that are due. */
    public List<ReportDelivery> claim() {
        return store.claim();
    }

    /** A mail: sets its headers and gives its HTML. Its plain text is for readers that do not show HTML. */
    public String mail(ReportDelivery delivery, Map<String, Object> headers) {
        if (!settings.isSetUp("email")) {
            throw new IllegalStateException("E-mail is off: set SMTP_HOST, ALERT_EMAIL_FROM and ALERT_EMAIL_TO");
        }
        headers.put("Content-Type", "text/html; charset=UTF-8");
        headers.put("CamelMailAlternativeBody", writer.text(delivery.figures()) + link(delivery));
        headers.put("From", settings.mailFrom());
        headers.put("To", delivery.recipients());
        headers.put("Subject", writer.subject(delivery.figures()));
        headers.put("Message-ID", delivery.messageId());
        return writer.html(delivery.figures());
    }

    /** A request to Slack's webhook with the summary: sets its headers and gives its JSON. */
    public String slack(ReportDelivery delivery, Map<String, Object> headers) {
        if (!settings.isSetUp("slack")) {
            throw new IllegalStateException("Slack is off: set SLACK_WEBHOOK_URL");
        }
        headers.put("CamelHttpUri", settings.slackWebhookUrl().value());
        headers.put("CamelHttpMethod", "POST");
        headers.put("Content-Type", "application/json");
        String text = writer.subject(delivery.figures()).replace("&", "&amp;").replace("<", "&lt;")
                .replace(">", "&gt;");
        return JsonNodeFactory.instance.objectNode().put("text", text + link(delivery)).toString();
    }

    private String link(ReportDelivery delivery) {
        ReportFigures figures = delivery.figures();
        return url.isEmpty() ? "" : "\n" + url + "/#/sites/" + figures.site() + "?start=" + figures.firstDay()
                + "&end=" + figures.endDay();
    }

    /** {@link IllegalStateException} where Slack has not accepted the summary. */
    public void accepted(int status) {
        if (status / HUNDRED != OK) {
            throw new IllegalStateException("Slack responded with status " + status + "; allowed: 2xx");
        }
    }

    /** The other side has accepted the message. */
    public void sent(ReportDelivery delivery) {
        store.outcome(delivery, null);
        LOG.info("Report message {} is delivered", delivery.messageId());
    }

    /** The message could not be delivered and is tried again later. */
    public void failed(ReportDelivery delivery, Throwable cause) {
        String error = String.valueOf(cause.getMessage());
        store.outcome(delivery, error);
        LOG.warn("Report message {} could not be delivered and is tried again: {}", delivery.messageId(), error);
    }
}
