package io.wattline.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Says what reconciliations have found: a line in the log each, and counters by kind of difference. */
public final class ReconciliationMeter {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationMeter.class);

    private final MeterRegistry registry;

    public ReconciliationMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Takes what is published for the first time, rows of any number of reconciliations. */
    public void published(List<Reconciliation> rows) {
        count("missing", rows, Reconciliation::missing);
        count("changed", rows, Reconciliation::changed);
        count("extra", rows, Reconciliation::extra);
        count("rejected", rows, Reconciliation::rejected);
        count("unreadable", rows, Reconciliation::unreadable);
        registry.counter("wattline.reconciliation.slots").increment(sum(rows, Reconciliation::compared));
        rows.stream().collect(Collectors.groupingBy(Reconciliation::jobId)).forEach(ReconciliationMeter::say);
    }

    private void count(String kind, List<Reconciliation> rows, ToIntFunction<Reconciliation> slots) {
        registry.counter("wattline.reconciliation.differences", "kind", kind).increment(sum(rows, slots));
    }

    private static long sum(List<Reconciliation> rows, ToIntFunction<Reconciliation> slots) {
        return rows.stream().mapToLong(slots::applyAsInt).sum();
    }

    private static void say(long jobId, List<Reconciliation> rows) {
        LOG.atLevel(rows.stream().allMatch(Reconciliation::agrees) ? Level.INFO : Level.WARN)
                .log("Reconciliation {}: {} slots of {} channels compared; {} were missing and {} changed (repaired), {} are held by us alone, {} were rejected, {} could not be read",
                        jobId, sum(rows, Reconciliation::compared), rows.size(), sum(rows, Reconciliation::missing), sum(rows, Reconciliation::changed),
                        sum(rows, Reconciliation::extra), sum(rows, Reconciliation::rejected), sum(rows, Reconciliation::unreadable));
    }
}
