package io.wattline.alert;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of alerts while the database is unreachable, and the changes that are stored when it is back.
 * Thread-safe.
 */
public final class AlertMemory {

    private static final Logger LOG = LoggerFactory.getLogger(AlertMemory.class);

    private final LiveRules rules;
    private final Outbox outbox;
    private final Clock clock;
    private final List<List<AlertChange>> unstored = new CopyOnWriteArrayList<>();
    private volatile KnownAlerts known = KnownAlerts.nothing();
    private volatile AlertSpool spool;

    public AlertMemory(LiveRules rules, Outbox outbox, Clock clock) {
        this.rules = rules;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Reads what an earlier process has left in the file, and from now on writes there what the next process needs. */
    public void keepIn(AlertSpool file) {
        AlertSpool.Content left = file.read();
        spool = file;
        if (!left.unbooked().isEmpty()) {
            LOG.warn("Alerts: {} evaluation(s) of an earlier process are not in the database; they are stored now",
                    left.unbooked().size());
            left.unbooked()
                    .forEach(news -> news.forEach(change -> outbox.unstored().add(change.messages(), left.sent())));
            unstored.addAll(0, left.unbooked());
        }
        outbox.unstored().onSent(this::save);
    }

    private void save() {
        if (spool != null) {
            spool.write(() -> new AlertSpool.Content(List.copyOf(unstored), outbox.unstored().sent()));
        }
    }

    KnownAlerts known() {
        return known;
    }

    void remember(KnownAlerts newest) {
        known = newest;
    }

    /** After an evaluation that was stored. */
    void remember(List<AlertChange> changes) {
        known = new KnownAlerts(changes.stream().map(AlertChange::alert).toList(), known.silences());
    }

    /**
     * After an evaluation that could not be stored: its messages are delivered from here. A change without news is not
     * stored later, and keeps its version.
     */
    void hold(List<AlertChange> changes) {
        List<AlertChange> news = changes.stream().filter(AlertChange::isNews).toList();
        List<AlertChange> all = new ArrayList<>(news);
        changes.stream().filter(change -> !change.isNews()).map(AlertChange::unchanged).forEach(all::add);
        if (!news.isEmpty()) {
            unstored.add(news);
        }
        news.forEach(change -> outbox.unstored().add(change.messages(), Map.of()));
        remember(all);
        save();
    }

    /** The evaluations that the database does not hold yet, oldest first. */
    public List<List<AlertChange>> unstored() {
        return List.copyOf(unstored);
    }

    /**
     * Parameters of {@code db/sql/alerts-keep.sql} for one of {@link #unstored}, with the time at which each message
     * was sent.
     */
    public Map<String, Object> parameters(List<AlertChange> changes) {
        return ChangeRows.parameters(changes, rules.now(), clock.instant(), outbox.unstored()::sentAt);
    }

    /** The database holds these now. */
    public void stored(List<AlertChange> changes) {
        unstored.remove(changes);
        changes.forEach(change -> outbox.unstored().forget(change.messages()));
        save();
    }
}
