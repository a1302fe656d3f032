package io.wattline.alert;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Formats a message for each type of notification channel, and checks the response. Names from the source are plain
 * text in all formats.
 */
public final class MessageFormats {

    /** PagerDuty cuts a summary at 1,024 characters and a key at 255. */
    private static final int SUMMARY_MAX = 1000;
    private static final int KEY_MAX = 255;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final NotificationSettings settings;

    public MessageFormats(NotificationSettings settings) {
        this.settings = settings;
    }

    /** A mail: sets its headers and gives its HTML. Its plain text is for readers that do not show HTML. */
    public String mail(Message message, Map<String, Object> headers) {
        headers.put("Content-Type", "text/html; charset=UTF-8");
        headers.put("CamelMailAlternativeBody", MailText.plain(message));
        headers.put("From", settings.mailFrom());
        headers.put("To", settings.mailTo());
        headers.put("Subject", AlertTexts.oneLine(message.title()));
        headers.put("X-Wattline-Message", AlertTexts.oneLine(message.id()));
        return MailText.html(message);
    }

    /** A request to Slack's webhook: sets its headers and gives its JSON. */
    public String slack(Message message, Map<String, Object> headers) {
        post(headers, settings.slackWebhookUrl().value());
        return SlackText.json(message);
    }

    /**
     * An event of PagerDuty's Events API v2: sets the headers and gives the JSON. All events of an alert carry the same
     * {@code dedup_key}, so that they are one incident.
     */
    public String pagerDuty(Message message, Map<String, Object> headers) {
        post(headers, String.valueOf(settings.pagerDutyEventsUrl()));
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("routing_key", settings.pagerDutyRoutingKey().value());
        event.put("event_action", switch (message.kind()) {
            case RESOLVED -> "resolve";
            case ACKNOWLEDGED -> "acknowledge";
            default -> "trigger";
        });
        event.put("dedup_key", cut(message.incident(), KEY_MAX));
        event.put("client", "Wattline");
        event.put("payload", payload(message));
        return AlertJson.write(event);
    }

    private static Map<String, Object> payload(Message message) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("summary", cut(AlertTexts.oneLine(message.summary()), SUMMARY_MAX));
        payload.put("source", message.site().isEmpty() ? "wattline" : message.site());
        payload.put("severity", message.severity().word());
        payload.put("timestamp", message.at());
        payload.put("component", message.rule());
        payload.put("custom_details", Map.of("found", message.found(), "notes", message.notes(), "action",
                message.action(), "runbook", message.runbook(),
                "alert", message.alert(), "message", message.id()));
        return payload;
    }

    /** The message as one JSON document, for a notification channel of your own. */
    public String json(Message message) {
        return AlertJson.write(message);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static void post(Map<String, Object> headers, String url) {
        headers.put("CamelHttpUri", url);
        headers.put("CamelHttpMethod", "POST");
        headers.put("Content-Type", "application/json");
    }

    /** {@link DeliveryException} where the other side has not accepted the message. */
    public void accepted(String receiver, int status, String retryAfter) {
        if (status / 100 != 2) {
            boolean isBusy = status == TOO_MANY_REQUESTS;
            Duration pause = retryAfter != null && retryAfter.strip().matches("\\d{1,6}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter.strip()))
                    : isBusy ? PAUSE : Duration.ZERO;
            throw new DeliveryException(receiver + " responded with status " + status + "; allowed: 2xx"
                    + (isBusy ? ", and it asks for a pause of " + pause.toSeconds() + " s" : "")
                    + ". The message is sent again (alerts.retry.*).", pause);
        }
    }
}
