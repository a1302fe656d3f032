package io.wattline.validation;

import io.wattline.reading.Batch;
import io.wattline.reading.BatchRows;
import io.wattline.reading.ChannelPoll;
import io.wattline.reading.ExtraColumn;
import io.wattline.reading.Page;
import io.wattline.reading.Rejected;
import io.wattline.reading.Window;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rule book at work on pages, and what it accepts on its way into the database. */
public final class Checks {

    private final RuleBook rules;
    private final int batchSize;
    private final KeptBefore keptBefore;
    private final List<ExtraColumn> extraColumns;
    private final Clock clock;

    /**
     * @param batchSize  most readings of one statement
     * @param keptBefore asked where there is no poll that knows
     * @param extraColumns columns that people have added: kept, and judged by no rule
     */
    public Checks(RuleBook rules, int batchSize, KeptBefore keptBefore, List<ExtraColumn> extraColumns, Clock clock) {
        this.rules = rules;
        this.batchSize = batchSize;
        this.keptBefore = keptBefore;
        this.extraColumns = List.copyOf(extraColumns);
        this.clock = clock;
    }

    /**
     * Launcher the page; what could not even be read is among the rejected.
     *
     * @param poll knows what surrounds the page; null for what is sent through again
     */
    public Checked check(Page page, ChannelPoll poll) {
        Checked checked = rules.check(page.readings(), page.window(), surroundings(page.window(), poll), clock);
        if (page.rejected().isEmpty()) {
            return checked;
        }
        List<Rejected> rejected = new ArrayList<>(page.rejected());
        rejected.addAll(checked.rejected());
        return new Checked(checked.accepted(), rejected);
    }

    private Surroundings surroundings(Window window, ChannelPoll poll) {
        return poll == null ? new Surroundings(keptBefore.find(window).orElse(null), false)
                : new Surroundings(poll.previous().orElse(null), poll.goesOnAfter(window));
    }

    /** Asked of this bean and not of {@code checked}: whatever bean a route asks, Camel hashes, and that would be every reading of the page. */
    public boolean anyRejected(Checked checked) {
        return !checked.rejected().isEmpty();
    }

    /** The accepted ones, each batch for one statement. */
    public List<Batch> batches(Page page, Checked checked, ChannelPoll poll) {
        return Batch.of(page, checked.accepted(), checked.rejected(), batchSize, poll);
    }

    /**
     * What to keep of a batch of one reading that the database refuses for its data: everything but the reading, which is the last of its rejected.
     *
     * @throws Exception {@code refusal}, where there is no reading to blame
     */
    public Batch refused(Batch batch, Exception refusal) throws Exception {
        if (batch.readings().isEmpty()) {
            throw refusal;
        }
        Throwable cause = refusal;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return batch.refused(String.valueOf(cause.getMessage()).lines().findFirst().orElse("without a word"));
    }

    /** Parameters of {@code db/sql/readings-keep.sql}. */
    public Map<String, Object> rows(Batch batch) {
        return BatchRows.parameters(batch, extraColumns, clock.instant().toString());
    }
}
