package io.wattline.alert;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A message in the form of each way, and whether the other side has taken it. Names from the API are text in all of them. */
public final class MessageFormats {

    /** PagerDuty cuts a summary at 1,024 characters and a key at 255. */
    private static final int SUMMARY_MAX = 1000;
    private static final int KEY_MAX = 255;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final NotificationChannels ways;

    public MessageFormats(NotificationChannels ways) {
        this.ways = ways;
    }

    /** The headers of a mail; its plain text goes along as what is shown where HTML is not. */
    public void mailHeaders(Map<String, Object> headers, Message message) {
        headers.put("Content-Type", "text/html; charset=UTF-8");
        headers.put("CamelMailAlternativeBody", MailText.plain(message));
        headers.put("From", ways.mailFrom());
        headers.put("To", ways.mailTo());
        headers.put("Subject", AlertTexts.oneLine(message.title()));
        headers.put("X-Wattline-Message", AlertTexts.oneLine(message.id()));
    }

    public String mail(Message message) {
        return MailText.html(message);
    }

    public void slackHeaders(Map<String, Object> headers) {
        post(headers, ways.slackUrl());
    }

    public String slack(Message message) {
        return SlackText.json(message);
    }

    public void pagerDutyHeaders(Map<String, Object> headers) {
        post(headers, ways.pagerDutyUrl());
    }

    /** An event of PagerDuty's Events API v2: all of one alert carry one {@code dedup_key}, so that they are one incident. */
    public String pagerDuty(Message message) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("routing_key", ways.pagerDutyKey());
        event.put("event_action", switch (message.kind()) {
            case RESOLVED -> "resolve";
            case ACKNOWLEDGED -> "acknowledge";
            default -> "trigger";
        });
        event.put("dedup_key", cut(message.incident(), KEY_MAX));
        event.put("client", "Wattline");
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("summary", cut(AlertTexts.oneLine(message.summary()), SUMMARY_MAX));
        payload.put("source", message.site().isEmpty() ? "wattline" : message.site());
        payload.put("severity", message.severity().word());
        payload.put("timestamp", message.at());
        payload.put("component", message.rule());
        payload.put("custom_details", Map.of("found", message.found(), "notes", message.notes(), "action", message.action(), "runbook", message.runbook(), "alert", message.alert(),
                "message", message.id()));
        event.put("payload", payload);
        return AlertJson.write(event);
    }

    /** The message as one JSON document, for a way of somebody's own. */
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

    /** {@link NotTakenException} where the other side has not taken the message. */
    public void took(String way, int status, String retryAfter) {
        if (status / 100 != 2) {
            boolean busy = status == TOO_MANY_REQUESTS;
            Duration pause = retryAfter != null && retryAfter.strip().matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(retryAfter.strip())) : busy ? PAUSE : Duration.ZERO;
            throw new NotTakenException(way + " answered with status " + status + "; allowed: 2xx" + (busy ? ", and it wants to be left alone for " + pause.toSeconds() + " s" : "")
                    + ". It is sent again (alerts.retry.*).", pause);
        }
    }
}
