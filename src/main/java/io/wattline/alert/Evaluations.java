package io.wattline.alert;

import com.fasterxml.jackson.core.type.TypeReference;
import io.wattline.database.DatabaseFault;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of an evaluation that routes call. While the database is unreachable, evaluations continue from memory with
 * what the process knows of itself, and are stored later.
 */
public final class Evaluations {

    private static final Logger LOG = LoggerFactory.getLogger(Evaluations.class);

    private final LiveRules rules;
    private final AlertTiming timing;
    private final NotificationChannels channels;
    private final AlertMemory memory;
    private final Clock clock;
    private final Map<Measure, Supplier<List<Measurement>>> own = new EnumMap<>(Measure.class);
    private volatile Instant lastEvaluation;

    public Evaluations(LiveRules rules, AlertTiming timing, NotificationChannels channels, AlertMemory memory,
            Clock clock) {
        this.rules = rules;
        this.timing = timing;
        this.channels = channels;
        this.memory = memory;
        this.clock = clock;
        this.lastEvaluation = clock.instant();
        watch(Measure.RULES_REFUSED, () -> rules.refusal().map(why -> Measurement.of(AlertSubject.wattline(), 1, why))
                .stream().toList());
    }

    /** Adds a measure that the process itself knows. Rules about a measure that is not watched are not evaluated. */
    public void watch(Measure measure, Supplier<List<Measurement>> source) {
        own.put(measure, source);
    }

    /** When the rules were last evaluated; before the first evaluation, when this object was made. */
    public Instant lastEvaluation() {
        return lastEvaluation;
    }

    /** What PostgreSQL keeps of an instant: an alert has the same times before and after it is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Parameters of {@code db/sql/alerts-known.sql}. */
    public Map<String, Object> wanted() {
        return Map.of("now", now().toString(), "since", now().minus(timing.aftermath()).toString());
    }

    /** A new evaluation, from what {@code alerts-known.sql} gives. No scope means all. */
    public Evaluation begin(Map<String, Object> row, EvaluationScope scope) {
        memory.remember(new KnownAlerts(AlertJson.read((String) row.get("alerts"), new TypeReference<>() { }),
                AlertJson.read((String) row.get("silences"), new TypeReference<>() { })));
        return begin(scope);
    }

    private Evaluation begin(EvaluationScope scope) {
        AlertRules inForce = rules.now();
        Evaluation evaluation = new Evaluation(inForce, memory.known(), timing, channels.activeNames(inForce), now());
        if (scope != EvaluationScope.STORED) {
            inForce.requests().stream().filter(request -> own.containsKey(request.measure()))
                    .forEach(request -> evaluation.measure(request, own.get(request.measure())));
        }
        return evaluation;
    }

    /** What the database is asked. */
    public List<MeasureQuery> queries(Evaluation evaluation) {
        return evaluation.rules().requests().stream().filter(request -> request.measure().ofDatabase())
                .map(request -> new MeasureQuery(evaluation, request)).toList();
    }

    /** Parameters of {@code db/sql/measure-*.sql}. */
    public Map<String, Object> parameters(MeasureQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", query.evaluation().now().toString());
        parameters.put("over", query.request().over() == null ? "PT0S" : query.request().over().toString());
        parameters.put("kind", query.request().kind());
        return parameters;
    }

    /** What the database answered. */
    public void measured(MeasureQuery query, List<Map<String, Object>> rows) {
        query.evaluation().measured(query.request(), rows.stream().map(Measurement::of).toList());
    }

    /** A statement that fails leaves its rules unevaluated; an unreachable database ends the evaluation. */
    public void failed(MeasureQuery query, Throwable thrown) {
        if (DatabaseUnreachable.is(thrown)) {
            throw new IllegalStateException("The database became unreachable: " + DatabaseFault.words(thrown), thrown);
        }
        query.evaluation().failed(query.request(), thrown);
    }

    /** Parameters of {@code db/sql/alerts-keep.sql}. */
    public Map<String, Object> changes(Evaluation evaluation) {
        if (own.containsKey(Measure.DATABASE_DOWN)) {
            evaluation.measureFailures();
        }
        return ChangeRows.parameters(evaluation.changes(), evaluation.rules(), evaluation.now(), outgoing -> null);
    }

    /** The changes are stored. */
    public void stored(Evaluation evaluation) {
        memory.remember(evaluation.changes());
        finished(evaluation);
    }

    /** An evaluation without the database: its changes are stored later, its messages are delivered now. */
    public void withoutDatabase(Throwable thrown) {
        String reason = DatabaseFault.words(thrown);
        LOG.warn("Alerts: the database is unreachable, the evaluation continues from memory: {}", reason);
        Evaluation evaluation = begin(EvaluationScope.ALL);
        evaluation.measured(new MeasureRequest(Measure.DATABASE_DOWN, null, null),
                List.of(Measurement.of(AlertSubject.wattline(), 1, reason)));
        memory.hold(evaluation.changes());
        finished(evaluation);
    }

    private void finished(Evaluation evaluation) {
        lastEvaluation = evaluation.now();
        AlertHistory.log(evaluation.changes());
    }
}
