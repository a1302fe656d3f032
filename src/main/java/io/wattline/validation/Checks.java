package io.wattline.validation;

import io.wattline.reading.Batch;
import io.wattline.reading.BatchRows;
import io.wattline.reading.ChannelPoll;
import io.wattline.reading.Page;
import io.wattline.reading.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rule book at work on pages, and what it accepts on its way into the database. */
public final class Checks {

    private final RuleBook rules;
    private final int batchSize;
    private final Clock clock;

    /** @param batchSize most readings of one statement */
    public Checks(RuleBook rules, int batchSize, Clock clock) {
        this.rules = rules;
        this.batchSize = batchSize;
        this.clock = clock;
    }

    /**
     * Parts the page; what could not even be read is among the rejected.
     *
     * @param poll knows the last reading from before the page; null for a replay, which knows none
     */
    public Checked check(Page page, ChannelPoll poll) {
        Optional<Instant> previous = poll == null ? Optional.empty() : poll.previous();
        Checked checked = rules.check(page.readings(), page.window(), previous, clock);
        if (page.rejected().isEmpty()) {
            return checked;
        }
        List<Rejected> rejected = new ArrayList<>(page.rejected());
        rejected.addAll(checked.rejected());
        return new Checked(checked.accepted(), rejected);
    }

    /** Asked of this bean and not of {@code checked}: whatever bean a route asks, Camel hashes, and that would be every reading of the page. */
    public boolean anyRejected(Checked checked) {
        return !checked.rejected().isEmpty();
    }

    /** The accepted ones, each batch for one statement. */
    public List<Batch> batches(Page page, Checked checked, ChannelPoll poll) {
        return Batch.of(page, checked.accepted(), checked.rejected(), batchSize, poll);
    }

    /** Parameters of {@code db/sql/readings-keep.sql}. */
    public Map<String, Object> rows(Batch batch) {
        return BatchRows.parameters(batch, clock.instant().toString());
    }
}
