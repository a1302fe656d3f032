package io.wattline.validation;

import io.wattline.reading.ChannelPoll;
import io.wattline.reading.Checked;
import io.wattline.reading.CheckedPage;
import io.wattline.reading.Page;
import io.wattline.reading.Rejected;
import io.wattline.reading.Retrieval;
import io.wattline.reading.Window;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The validator of the routes: applies the rules of {@code config/rules.yaml} to a page. */
public final class PageValidator {

    private final RuleBook rules;
    private final KeptBefore kept;
    private final Clock clock;

    /** @param kept what is kept of the page's channel already */
    public PageValidator(RuleBook rules, KeptBefore kept, Clock clock) {
        this.rules = rules;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * Checks a page as a whole, since some rules compare neighbours. Records that could not be read are among the
     * rejected.
     */
    public CheckedPage check(Retrieval retrieval) {
        Page page = retrieval.page();
        Checked checked = rules.check(page.readings(), page.window(), context(retrieval), clock);
        List<Rejected> rejected = new ArrayList<>();
        List<Rejected> partial = new ArrayList<>(checked.partial());
        for (Rejected each : page.rejected()) {
            if (each.isPartial() && hasReading(checked, each.timestamp())) {
                partial.add(each);
            } else {
                rejected.add(each.whole());
            }
        }
        rejected.addAll(checked.rejected());
        return new CheckedPage(retrieval, new Checked(checked.accepted(), rejected, partial));
    }

    private static boolean hasReading(Checked checked, Instant start) {
        return checked.accepted().stream().anyMatch(reading -> start.equals(reading.start()));
    }

    private PageContext context(Retrieval retrieval) {
        ChannelPoll poll = retrieval.poll();
        Window window = retrieval.window();
        Instant previous = (poll == null ? kept.find(window) : poll.previous()).orElse(null);
        return new PageContext(
                previous, poll != null && poll.requests().continuesAfter(window), () -> kept.peakKw(window));
    }

    /**
     * Whether anything of the page is set aside. A method of this bean, since Camel hashes an object on which a route
     * calls a method, and a page has thousands of readings.
     */
    public boolean hasRejected(CheckedPage page) {
        return !page.rejected().isEmpty() || !page.partial().isEmpty();
    }
}
