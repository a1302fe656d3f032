package io.wattline.alert;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Changes as parameters of {@code db/sql/alerts-keep.sql}. */
final class ChangeRows {

    private ChangeRows() {
    }

    /** @param sentAt when a message was sent already; null where the outbox has yet to send it */
    static Map<String, Object> parameters(List<AlertChange> changes, AlertRules rules, Instant now,
            Function<AlertChange.Outgoing, Instant> sentAt) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", now.toString());
        parameters.put("changes", AlertJson.write(changes.stream().map(change -> row(change, rules, sentAt)).toList()));
        return parameters;
    }

    private static Map<String, Object> row(AlertChange change, AlertRules rules, Function<AlertChange.Outgoing,
            Instant> sentAt) {
        Alert alert = change.alert();
        Map<String, Object> row = columns(alert);
        row.put("version", change.version());
        row.put("events", change.events());
        row.put("messages", change.messages().stream().map(outgoing -> message(outgoing, sentAt)).toList());
        Message words = MessageWriter.state(rules, alert);
        row.put("summary", words.summary());
        row.put("details", String.join("\n", words.found()));
        return row;
    }

    private static Map<String, Object> columns(Alert alert) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("key", alert.key());
        row.put("incident", alert.incident());
        row.put("rule", alert.rule());
        row.put("site_id", alert.siteId());
        row.put("site_name", alert.siteName());
        row.put("severity", alert.severity().word());
        row.put("state", alert.state().word());
        row.put("started_at", alert.startedAt());
        row.put("fired_at", alert.firedAt());
        row.put("told_at", alert.notifiedAt());
        row.put("resolved_at", alert.resolvedAt());
        row.put("acknowledged_at", alert.acknowledgedAt());
        row.put("acknowledged_by", alert.acknowledgedBy());
        row.put("quiet_reason", alert.quietReason());
        row.put("members", alert.members());
        row.put("notices", alert.notices());
        return row;
    }

    private static Map<String, Object> message(AlertChange.Outgoing outgoing, Function<AlertChange.Outgoing,
            Instant> sentAt) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", outgoing.id());
        row.put("channel", outgoing.channel());
        row.put("kind", outgoing.message().kind().word());
        row.put("message", outgoing.message());
        row.put("at", outgoing.message().at());
        row.put("sent_at", sentAt.apply(outgoing));
        return row;
    }
}
