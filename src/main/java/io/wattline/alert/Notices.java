package io.wattline.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.reading.ChannelPoll;
import io.wattline.reading.PollState;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What people are told, as parameters of {@code db/sql/alert-raise.sql}, as a mail and as a Slack message. Names from the API are data in all of them. */
public final class Notices {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private static final int LENGTH_MAX = 200;

    private final Clock clock;
    private final NoticeTargets targets;

    public Notices(NoticeTargets targets, Clock clock) {
        this.targets = targets;
        this.clock = clock;
    }

    /** A channel that has died, paused or come back. */
    public Map<String, Object> channel(ChannelPoll poll) {
        String name = "Channel " + poll.channel().channelId() + " '" + oneLine(poll.channel().channelName()) + "'";
        boolean over = poll.state().status() == PollState.Status.LIVE;
        String summary = name + " is " + (over ? "well" : poll.state().status().name().toLowerCase(Locale.ROOT));
        Map<String, Object> notice = notice("channel-" + poll.channel().channelId(), over ? "info" : "warning", summary,
                name + " " + poll.notice().orElse(""));
        notice.put("over", over);
        return notice;
    }

    /** The account's log-in is refused: nothing comes in at all. */
    public Map<String, Object> logInRefused(String reason) {
        return notice("eniscope-log-in", "critical", "The Eniscope account's log-in is refused: no readings come in", reason);
    }

    /** The end of an alert. */
    public Map<String, Object> over(String alertKey) {
        Map<String, Object> notice = notice(alertKey, "info", "Over: " + alertKey, "The trouble that was reported as " + alertKey + " is over.");
        notice.put("over", true);
        return notice;
    }

    private Map<String, Object> notice(String alertKey, String severity, String summary, String details) {
        Map<String, Object> notice = new HashMap<>();
        notice.put("alert_key", alertKey);
        notice.put("severity", severity);
        notice.put("summary", summary);
        notice.put("details", details);
        notice.put("over", false);
        notice.put("now", clock.instant().toString());
        return notice;
    }

    /** One line in the log, whatever else people are told by. */
    public void say(Map<String, Object> notice) {
        LOG.atLevel((Boolean) notice.get("over") ? Level.INFO : Level.WARN).log("Alert {} ({}): {}", notice.get("alert_key"), notice.get("severity"),
                notice.get("details"));
    }

    public boolean mailOn() {
        return targets.mailOn();
    }

    public boolean slackOn() {
        return targets.slackOn();
    }

    public void slackHeaders(Map<String, Object> headers) {
        headers.put("CamelHttpUri", targets.slackUrl());
        headers.put("CamelHttpMethod", "POST");
        headers.put("Content-Type", "application/json");
    }

    /** {@link IllegalStateException} where Slack has not taken the message. */
    public void slackTook(int status) {
        if (status / 100 != 2) {
            throw new IllegalStateException("Slack answered with status " + status + "; allowed: 2xx. Check SLACK_WEBHOOK_URL. It is sent again (alert.retry.*).");
        }
    }

    public void mailHeaders(Map<String, Object> headers, Map<String, Object> notice) {
        headers.put("Content-Type", "text/plain; charset=UTF-8");
        headers.put("From", targets.mailFrom());
        headers.put("To", targets.mailTo());
        headers.put("Subject", "[Wattline " + notice.get("severity") + "] " + oneLine((String) notice.get("summary")));
    }

    public String text(Map<String, Object> notice) {
        return notice.get("details") + "\n\nSeen at " + notice.get("now") + ". Alert " + notice.get("alert_key") + ", table alerts.\n";
    }

    /** Slack's own escaping: {@code & < >}. */
    public String slackJson(Map<String, Object> notice) throws JsonProcessingException {
        String text = "*" + notice.get("severity") + "* " + notice.get("summary") + "\n" + notice.get("details");
        return JSON.writeValueAsString(Map.of("text", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    }

    /** Without line ends, which would forge a header, and no longer than anybody reads. */
    private static String oneLine(String text) {
        String line = text == null ? "" : text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
        return line.codePointCount(0, line.length()) <= LENGTH_MAX ? line : line.substring(0, line.offsetByCodePoints(0, LENGTH_MAX)) + "...";
    }
}
