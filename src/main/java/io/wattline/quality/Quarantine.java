package io.wattline.quality;

import io.wattline.channel.Channel;
import io.wattline.eniscope.Payload;
import io.wattline.reading.ChannelPoll;
import io.wattline.reading.Page;
import io.wattline.reading.Reading;
import io.wattline.reading.Reasons;
import io.wattline.reading.Rejected;
import io.wattline.reading.Violation;
import io.wattline.validation.Checked;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The breaker for bad data at work on pages. Live polls are judged. A range that somebody asked for is not, but of a channel in quarantine it is set aside too. What is
 * sent through again (dead letters, spool) passes: somebody wants it kept. The cursor of a channel in quarantine waits for late data as that of a silent one does
 * ({@code readings.poll.wait-for-late}), so what came meanwhile is asked for again when it is over, and what is older is replayed from the dead letters.
 */
public final class Quarantine {

    /** The rule under which readings of a channel in quarantine are set aside. */
    public static final String RULE = "quarantine";

    private final DataBreaker breaker;
    private final BreakerStates states;
    private final Clock clock;

    public Quarantine(BreakerSettings settings, DataSource database, Clock clock) {
        this.breaker = new DataBreaker(settings);
        this.states = new BreakerStates(database);
        this.clock = clock;
    }

    /**
     * Judges what the rule book has parted.
     *
     * @param poll null for what is sent through again
     */
    public Verdict judge(Page page, Checked checked, ChannelPoll poll) throws SQLException {
        Channel channel = page.window().channel();
        if (poll == null) {
            return new Verdict(channel, checked, BreakerState.NEW, BreakerState.NEW);
        }
        BreakerState before = states.find(channel.channelId());
        BreakerState after = poll.nextPollAt().isPresent() ? breaker.after(before, checked, clock.instant()) : before;
        return new Verdict(channel, after.open() ? setAside(channel, checked, after) : checked, before, after);
    }

    private static Checked setAside(Channel channel, Checked checked, BreakerState state) {
        List<Rejected> rejected = new ArrayList<>(checked.rejected());
        for (Reading reading : checked.accepted()) {
            String found = "the channel is in quarantine since " + state.openedAt() + " because " + state.reason();
            rejected.add(new Rejected(RULE, channel.channelId(), reading.start(), List.of(new Violation(RULE, Reasons.of(channel, reading.start(), found, RULE))),
                    Payload.of(reading.source())));
        }
        return new Checked(List.of(), rejected);
    }

    /** What goes on: everything as it was parted, or, in quarantine, everything set aside. */
    public Checked checked(Verdict verdict) {
        return verdict.checked();
    }

    /** Whether the breaker has opened or closed. */
    public boolean turned(Verdict verdict) {
        return verdict.before().open() != verdict.after().open();
    }

    /** What people are told of it. */
    public Map<String, Object> notice(Verdict verdict) {
        boolean over = !verdict.after().open();
        String name = Reasons.name(verdict.channel());
        Map<String, Object> notice = new HashMap<>();
        notice.put("alert_key", "quarantine-" + verdict.channel().channelId());
        notice.put("severity", over ? "info" : "critical");
        notice.put("summary", name + (over ? " is out of quarantine" : " is in quarantine"));
        notice.put("details", over ? name + " has sent good batches again and is kept. What was set aside meanwhile comes by itself while the source is asked for it again"
                + " (readings.poll.wait-for-late); send the rest through with: wattline dead-letters replay --rule quarantine --channel " + verdict.channel().channelId()
                : name + ": " + verdict.after().reason() + ". Nothing of it is kept until good batches come again; everything is in dead_letters with rule quarantine.");
        notice.put("over", over);
        notice.put("now", clock.instant().toString());
        return notice;
    }

    /** After people have been told: a breakdown in between makes the same verdict again. */
    public void remember(Verdict verdict) throws SQLException {
        if (!verdict.after().equals(verdict.before())) {
            states.keep(verdict.channel().channelId(), verdict.after(), clock.instant());
        }
    }

    /** What became of a page. */
    public record Verdict(Channel channel, Checked checked, BreakerState before, BreakerState after) {
    }
}
