package io.wattline.validation;

import io.wattline.reading.ChannelPoll;
import io.wattline.reading.Checked;
import io.wattline.reading.CheckedPage;
import io.wattline.reading.Page;
import io.wattline.reading.Rejected;
import io.wattline.reading.Retrieval;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The validator of the routes: applies the rules of {@code config/rules.yaml} to a page. */
public final class PageValidator {

    private final RuleBook rules;
    private final PreviousReading previousReading;
    private final Clock clock;

    /** @param previousReading finds the reading before a page that no poll reads */
    public PageValidator(RuleBook rules, PreviousReading previousReading, Clock clock) {
        this.rules = rules;
        this.previousReading = previousReading;
        this.clock = clock;
    }

    /**
     * Checks a page as a whole, since some rules compare neighbours. Records that could not be read are among the
     * rejected.
     */
    public CheckedPage check(Retrieval retrieval) {
        Page page = retrieval.page();
        Checked checked = rules.check(page.readings(), page.window(), context(retrieval), clock);
        List<Rejected> rejected = new ArrayList<>(page.rejected());
        rejected.addAll(checked.rejected());
        return new CheckedPage(retrieval, new Checked(checked.accepted(), rejected));
    }

    private PageContext context(Retrieval retrieval) {
        ChannelPoll poll = retrieval.poll();
        return poll == null ? new PageContext(previousReading.find(retrieval.window()).orElse(null), false)
                : new PageContext(poll.previous().orElse(null), poll.requests().continuesAfter(retrieval.window()));
    }

    /**
     * A method of this bean, since Camel hashes an object on which a route calls a method, and a page has thousands of
     * readings.
     */
    public boolean hasRejected(CheckedPage page) {
        return !page.rejected().isEmpty();
    }
}
