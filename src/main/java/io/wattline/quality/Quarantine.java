package io.wattline.quality;

import io.wattline.channel.Channel;
import io.wattline.reading.ChannelPoll;
import io.wattline.reading.Checked;
import io.wattline.reading.CheckedPage;
import io.wattline.reading.Reading;
import io.wattline.reading.Reasons;
import io.wattline.reading.Rejected;
import io.wattline.reading.Violation;
import io.wattline.settings.Times;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Applies the breaker for bad data to pages. Live polls are judged. A range on request is not judged, but it is
 * rejected too while the channel is in quarantine. A replay (dead letters, spool) passes, since somebody wants it kept.
 * The cursor of a channel in quarantine waits for late data ({@code readings.poll.wait-for-late}), so the source is
 * asked again for that time after the quarantine; what is older is replayed from the dead letters.
 */
public final class Quarantine {

    /** {@code dead_letters.rule} of readings of a channel in quarantine. */
    public static final String RULE = "quarantine";

    private final DataBreaker breaker;
    private final DataBreakers states;
    private final Clock clock;

    public Quarantine(DataBreakerSettings settings, DataSource database, Clock clock) {
        this.breaker = new DataBreaker(settings);
        this.states = new DataBreakers(database);
        this.clock = clock;
    }

    /**
     * Judges a page after validation. A page that no poll reads, such as a replayed dead letter, passes.
     */
    public QuarantineDecision judge(CheckedPage page) throws SQLException {
        ChannelPoll poll = page.retrieval().poll();
        if (poll == null) {
            return new QuarantineDecision(page, DataBreakerState.NEW, DataBreakerState.NEW);
        }
        Channel channel = page.window().channel();
        DataBreakerState before = states.find(channel.channelId());
        boolean live = poll.isLive();
        DataBreakerState after = live ? breaker.after(before, page.checked(), clock.instant()) : before;
        CheckedPage kept = after.open() ? page.with(rejectAll(channel, page.checked(), after)) : page;
        return new QuarantineDecision(kept, before, after);
    }

    private static Checked rejectAll(Channel channel, Checked checked, DataBreakerState state) {
        List<Rejected> rejected = new ArrayList<>(checked.rejected());
        String found =
                "the channel is in quarantine since " + Times.text(state.openedAt()) + " because " + state.reason();
        // what validation has set aside is part of the payload of an accepted reading; another record is not
        checked.partial().stream().filter(each -> each.stage().equals("normalise")).map(Rejected::whole)
                .forEach(rejected::add);
        for (Reading reading : checked.accepted()) {
            Violation violation = new Violation(RULE, Reasons.of(channel, reading.start(), found, RULE));
            rejected.add(
                    new Rejected(RULE, channel.channelId(), reading.start(), List.of(violation), reading.payload()));
        }
        return new Checked(List.of(), rejected);
    }

    /** Whether the channel went into quarantine or left it. */
    public boolean hasChanged(QuarantineDecision decision) {
        return decision.before().open() != decision.after().open();
    }

    /** The notice that the channel went into quarantine or left it. */
    public QuarantineNotice notice(QuarantineDecision decision) {
        boolean over = !decision.after().open();
        String name = Reasons.name(decision.channel());
        return new QuarantineNotice(
                over,
                over
                        ? name
                                + " left quarantine after good batches; its readings are kept again. Readings of the"
                                + " last readings.poll.wait-for-late are requested again. Replay older ones with:"
                                + " wattline dead-letters replay --rule quarantine --channel "
                                + decision.channel().channelId()
                        : name + " is in quarantine: " + decision.after().reason()
                                + ". None of its readings is kept until good batches come again; all go to"
                                + " dead_letters with rule quarantine.");
    }

    /**
     * Stores the breaker's state, and gives the page that is kept. It comes after the notice, so that a breakdown in
     * between leads to the same decision again.
     */
    public CheckedPage remember(QuarantineDecision decision) throws SQLException {
        if (!decision.after().equals(decision.before())) {
            states.keep(decision.channel().channelId(), decision.after(), clock.instant());
        }
        return decision.page();
    }
}
