package io.wattline.validation;

import io.wattline.reading.Batch;
import io.wattline.reading.BatchRows;
import io.wattline.reading.Rejected;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rule book at work on batches. */
public final class Checks {

    private final RuleBook rules;
    private final Clock clock;

    public Checks(RuleBook rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** Parts the batch; what could not even be read is among the rejected. */
    public Checked check(Batch batch) {
        Checked checked = rules.check(batch.readings(), batch.window(), Optional.ofNullable(batch.previous()), clock);
        if (batch.unreadable().isEmpty()) {
            return checked;
        }
        List<Rejected> rejected = new ArrayList<>(batch.unreadable());
        rejected.addAll(checked.rejected());
        return new Checked(checked.accepted(), rejected);
    }

    /** The accepted ones as parameters of {@code db/sql/readings-keep.sql}. */
    public Map<String, Object> rows(Batch batch, Checked checked) {
        return BatchRows.parameters(batch, checked.accepted(), checked.rejected().size(), clock.instant().toString());
    }
}
