package io.wattline.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Publishes the results of reconciliations: one log line each, and counters by kind of difference. */
public final class ReconciliationMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationMetrics.class);

    private final MeterRegistry registry;

    public ReconciliationMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param rows new results, of any number of reconciliations */
    public void published(List<Reconciliation> rows) {
        count("missing", rows, Reconciliation::missing);
        count("changed", rows, Reconciliation::changed);
        count("extra", rows, Reconciliation::extra);
        count("rejected", rows, Reconciliation::rejected);
        count("unreadable", rows, Reconciliation::unreadable);
        registry.counter("wattline.reconciliation.slots").increment(sum(rows, Reconciliation::compared));
        rows.stream().collect(Collectors.groupingBy(Reconciliation::jobId)).forEach(ReconciliationMetrics::log);
    }

    private void count(String kind, List<Reconciliation> rows, ToIntFunction<Reconciliation> slots) {
        registry.counter("wattline.reconciliation.differences", "kind", kind).increment(sum(rows, slots));
    }

    private static long sum(List<Reconciliation> rows, ToIntFunction<Reconciliation> slots) {
        return rows.stream().mapToLong(slots::applyAsInt).sum();
    }

    private static void log(long jobId, List<Reconciliation> rows) {
        LOG.atLevel(rows.stream().allMatch(Reconciliation::agrees) ? Level.INFO : Level.WARN)
                .log(
                        "Reconciliation {}: {} slots of {} channels compared; {} missing and {} changed (all"
                                + " repaired), {} extra (not at the source), {} rejected, {} unreadable",
                        jobId,
                        sum(rows, Reconciliation::compared),
                        rows.size(),
                        sum(rows, Reconciliation::missing),
                        sum(rows, Reconciliation::changed),
                        sum(rows, Reconciliation::extra),
                        sum(rows, Reconciliation::rejected),
                        sum(rows, Reconciliation::unreadable));
    }
}
