package io.wattline.alert;

import io.wattline.alert.Alert.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happened to an alert in one evaluation, for table {@code alert_events} and for the log. */
final class AlertHistory {

    private static final Logger LOG = LoggerFactory.getLogger(AlertHistory.class);
    private static final int SHOWN_MAX = 3;

    private AlertHistory() {
    }

    static List<AlertChange.Event> of(Optional<Alert> before, AlertLifecycle.Step step, Instant now) {
        List<AlertChange.Event> events = new ArrayList<>();
        Alert alert = step.alert();
        State was = before.map(Alert::state).orElse(null);
        if (was != alert.state()) {
            if (was == null && alert.state() != State.PENDING) {
                events.add(new AlertChange.Event(now, State.PENDING.word(), text(alert)));
            }
            events.add(new AlertChange.Event(now, alert.state().word(), text(alert)));
        }
        step.kind().ifPresent(kind -> events.add(new AlertChange.Event(now, "told-" + kind.word(), null)));
        if (alert.quietReason() != null
                && !Objects.equals(before.map(Alert::quietReason).orElse(null), alert.quietReason())) {
            events.add(new AlertChange.Event(now, "quiet", alert.quietReason()));
        }
        return events;
    }

    /** Writes one log line for each event. */
    static void log(List<AlertChange> changes) {
        changes.forEach(change -> change.events().forEach(event -> LOG.info("Alert {} ({}): {}{}", change.alert().key(),
                change.alert().severity().word(), event.event().replaceFirst("^told-", "notified: "),
                        event.text() == null ? "" : ": " + event.text())));
    }

    private static String text(Alert alert) {
        int shown = Math.min(SHOWN_MAX, alert.members().size());
        return String.join("; ", alert.members().subList(0, shown).stream()
                .map(member -> member.subject().words() + ": " + member.text()).toList())
                + (alert.members().size() > shown ? "; and " + (alert.members().size() - shown) + " more" : "");
    }
}
