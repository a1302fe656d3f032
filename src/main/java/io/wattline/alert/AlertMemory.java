package io.wattline.alert;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of alerts while the database is away, and what it is to be told when it is back. Thread-safe. */
public final class AlertMemory {

    private static final Logger LOG = LoggerFactory.getLogger(AlertMemory.class);

    private final LiveRules rules;
    private final Outbox outbox;
    private final Clock clock;
    private final List<List<AlertChange>> unbooked = new CopyOnWriteArrayList<>();
    private volatile KnownAlerts known = KnownAlerts.nothing();
    private volatile AlertSpool spool;

    public AlertMemory(LiveRules rules, Outbox outbox, Clock clock) {
        this.rules = rules;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes over what an earlier process has left, and keeps there from now on what the next one would need. */
    public void keepIn(AlertSpool file) {
        AlertSpool.Held left = file.read();
        spool = file;
        if (!left.unbooked().isEmpty()) {
            LOG.warn("Alerts: an earlier process has left {} evaluation(s) that it could not write, they are booked now", left.unbooked().size());
            left.unbooked().forEach(news -> news.forEach(change -> outbox.inMemory().take(change.messages(), left.sent())));
            unbooked.addAll(0, left.unbooked());
        }
        outbox.inMemory().onSent(this::save);
    }

    private void save() {
        if (spool != null) {
            spool.write(new AlertSpool.Held(List.copyOf(unbooked), outbox.inMemory().sent()));
        }
    }

    KnownAlerts known() {
        return known;
    }

    void remember(KnownAlerts newest) {
        known = newest;
    }

    /** After an evaluation that was written. */
    void remember(List<AlertChange> changes) {
        known = new KnownAlerts(changes.stream().map(AlertChange::alert).toList(), known.silences());
    }

    /** After one that could not be written: its messages go out from here. What has only been looked at again needs no booking, and keeps its version. */
    void hold(List<AlertChange> changes) {
        List<AlertChange> news = changes.stream().filter(change -> !change.events().isEmpty() || !change.messages().isEmpty()).toList();
        List<AlertChange> all = new ArrayList<>(news);
        changes.stream().filter(change -> !news.contains(change))
                .forEach(same -> all.add(new AlertChange(same.version(), same.alert().version(same.version()), List.of(), List.of())));
        if (!news.isEmpty()) {
            unbooked.add(news);
        }
        news.forEach(change -> outbox.inMemory().take(change.messages(), Map.of()));
        remember(all);
        save();
    }

    /** What the database does not know yet, oldest first. */
    public List<List<AlertChange>> unbooked() {
        return List.copyOf(unbooked);
    }

    /** Parameters of {@code db/sql/alerts-keep.sql} for some of {@link #unbooked}, with the time at which each message was sent. */
    public Map<String, Object> booking(List<AlertChange> changes) {
        return ChangeRows.parameters(changes, rules.now(), clock.instant(), outbox.inMemory()::sentAt);
    }

    public void booked(List<AlertChange> changes) {
        unbooked.remove(changes);
        changes.forEach(change -> outbox.inMemory().forget(change.messages()));
        save();
    }
}
