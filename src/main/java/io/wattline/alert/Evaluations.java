package io.wattline.alert;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of an evaluation that the routes name. While the database is away, evaluations go on from memory with what the process knows of itself, and are booked later. */
public final class Evaluations {

    private static final Logger LOG = LoggerFactory.getLogger(Evaluations.class);

    private final LiveRules rules;
    private final AlertTiming tempo;
    private final NotificationChannels ways;
    private final AlertMemory memory;
    private final Clock clock;
    private final Map<Measure, Supplier<List<Measurement>>> own = new EnumMap<>(Measure.class);
    private volatile Instant lastRound;

    public Evaluations(LiveRules rules, AlertTiming tempo, NotificationChannels ways, AlertMemory memory, Clock clock) {
        this.rules = rules;
        this.tempo = tempo;
        this.ways = ways;
        this.memory = memory;
        this.clock = clock;
        this.lastRound = clock.instant();
        watch(Measure.RULES_REFUSED, () -> rules.refusal().map(why -> Measurement.of(AlertSubject.wattline(), 1, why)).stream().toList());
    }

    /** What the process knows of itself; one that is not watched is not evaluated. */
    public void watch(Measure measure, Supplier<List<Measurement>> source) {
        own.put(measure, source);
    }

    /** When rules were last evaluated; when it was made, where they never were. */
    public Instant lastRound() {
        return lastRound;
    }

    /** Parameters of {@code db/sql/alerts-known.sql}. */
    public Map<String, Object> wanted() {
        return Map.of("now", clock.instant().toString(), "since", clock.instant().minus(tempo.aftermath()).toString());
    }

    /**
     * An evaluation of what {@code alerts-known.sql} gives.
     *
     * @param alone true for a process that does not do the work itself, and so knows nothing of how it goes
     */
    public Evaluation begin(Map<String, Object> row, Boolean alone) {
        memory.remember(new KnownAlerts(AlertJson.read((String) row.get("alerts"), new TypeReference<>() { }), AlertJson.read((String) row.get("silences"), new TypeReference<>() { })));
        return begin(Boolean.TRUE.equals(alone));
    }

    private Evaluation begin(boolean alone) {
        AlertRules now = rules.now();
        Evaluation round = new Evaluation(now, memory.known(), tempo, ways.namesOf(now.channels()), clock.instant());
        if (!alone) {
            now.questions().stream().filter(question -> own.containsKey(question.measure())).forEach(question -> round.ask(question, own.get(question.measure())));
        }
        return round;
    }

    /** What the database is to be asked. */
    public List<MeasureRequest> questions() {
        return rules.now().questions().stream().filter(question -> question.measure().ofDatabase()).toList();
    }

    /** Parameters of {@code db/sql/measure-*.sql}. */
    public Map<String, Object> parameters(MeasureRequest question) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", clock.instant().toString());
        parameters.put("over", question.over() == null ? "PT0S" : question.over().toString());
        parameters.put("kind", question.kind());
        return parameters;
    }

    public void answer(Evaluation round, MeasureRequest question, List<Map<String, Object>> rows) {
        round.take(question, rows.stream().map(Measurement::of).toList());
    }

    /** A statement that fails leaves its rules unevaluated; a database that is away ends the evaluation. */
    public void unanswered(Evaluation round, MeasureRequest question, Throwable thrown) {
        if (DatabaseAway.is(thrown)) {
            throw new IllegalStateException("The database went away: " + thrown.getMessage(), thrown);
        }
        round.fail(question, thrown);
    }

    /** Parameters of {@code db/sql/alerts-keep.sql}. */
    public Map<String, Object> changes(Evaluation round) {
        if (own.containsKey(Measure.DATABASE_DOWN)) {
            round.takeFailures();
        }
        return ChangeRows.parameters(round.changes(), round.rules(), round.now(), outgoing -> null);
    }

    /** The changes are written. */
    public void kept(Evaluation round) {
        lastRound = round.now();
        memory.remember(round.changes());
        AlertHistory.say(round.changes());
    }

    /** The evaluation without the database: what it would have written is kept in mind, and what people must hear goes out. */
    public void fromMemory(Throwable thrown) {
        LOG.warn("Alerts: the database is away, the evaluation goes on from memory. {}", String.valueOf(thrown.getMessage()));
        Evaluation round = begin(false);
        round.take(new MeasureRequest(Measure.DATABASE_DOWN, null, null), List.of(Measurement.of(AlertSubject.wattline(), 1, thrown.getMessage())));
        memory.hold(round.changes());
        AlertHistory.say(round.changes());
        lastRound = round.now();
    }

    /** All ways, set up or not. */
    public List<NotificationChannel> channels() {
        return rules.now().channels();
    }

    /** Those that are set up. */
    public List<NotificationChannel> on() {
        List<NotificationChannel> all = channels();
        Set<String> on = ways.namesOf(all);
        return all.stream().filter(channel -> on.contains(channel.name())).toList();
    }

    /** Their queues. */
    public List<String> queues() {
        return on().stream().map(channel -> "seda:" + channel.route() + "?size=1&discardWhenFull=true&waitForTaskToComplete=Never").toList();
    }

    /** A message about nothing. */
    public Message sample(String way) {
        return MessageWriter.sample(way, clock.instant());
    }
}
