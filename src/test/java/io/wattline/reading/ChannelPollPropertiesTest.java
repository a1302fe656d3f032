package io.wattline.reading;

import static io.wattline.reading.PollSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.channel.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever a source refuses, and however unaligned a channel's times are: a poll asks for everything once, and on the
 * grid.
 */
class ChannelPollPropertiesTest {

    /** A channel with its state and settings; times are seconds before now. */
    record Case(
            int intervalSeconds,
            long cursorAge,
            Long installedAge,
            Long uninstalledAge,
            int lookBackSeconds,
            int windowMinHours,
            int windowMaxHours) {

        Channel channel() {
            return new Channel(
                    61001,
                    "MAIN",
                    null,
                    null,
                    Duration.ofSeconds(intervalSeconds),
                    ago(installedAge),
                    ago(uninstalledAge));
        }

        PollSettings settings() {
            return PollSamples.settings(
                    Duration.ofSeconds(lookBackSeconds),
                    Duration.ofHours(Math.max(windowMinHours, windowMaxHours)),
                    Duration.ofHours(windowMinHours));
        }

        ChannelPoll poll() {
            PollState state = new PollState(
                    NOW.minusSeconds(cursorAge),
                    null,
                    null,
                    null,
                    null,
                    false,
                    0,
                    0,
                    PollState.Status.LIVE,
                    null,
                    null);
            return PollSamples.poll(channel(), state, settings());
        }

        Instant start() {
            Instant from = NOW.minusSeconds(cursorAge + lookBackSeconds);
            return installedAge != null && ago(installedAge).isAfter(from)
                    ? Interval.ceiling(ago(installedAge), channel().interval())
                    : Interval.floor(from, channel().interval());
        }

        Instant end() {
            Instant finished = Interval.floor(NOW.minusSeconds(120), channel().interval());
            Instant removed = uninstalledAge == null
                    ? finished
                    : Interval.ceiling(ago(uninstalledAge), channel().interval());
            return removed.isBefore(finished) ? removed : finished;
        }

        private static Instant ago(Long age) {
            return age == null ? null : NOW.minusSeconds(age);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Long> age = Arbitraries.longs().between(0, 40 * 86_400);
        return Combinators.combine(
                        Arbitraries.of(60, 900, 1800, 3600, 86_400),
                        age,
                        age.injectNull(0.5),
                        age.injectNull(0.7),
                        Arbitraries.integers().between(0, 20_000),
                        Arbitraries.integers().between(1, 48),
                        Arbitraries.integers().between(1, 31 * 24))
                .as(Case::new);
    }

    @Property(tries = 500)
    void the_windows_of_a_poll_are_the_whole_span_without_hole_or_overlap(@ForAll("cases") Case some) {
        ChannelPoll poll = some.poll();
        List<Interval> windows = new ArrayList<>();
        while (poll.hasNext()) {
            windows.add(poll.requests().next().interval());
            assertThat(poll.requests().next().interval().isEmpty()).isFalse();
            poll.requests().kept(poll.requests().next());
        }
        mustCover(some, windows, true);
    }

    @Property(tries = 500)
    void refusals_narrow_windows_and_leave_no_hole(@ForAll("cases") Case some, @ForAll long seed) {
        ChannelPoll poll = some.poll();
        Random chance = new Random(seed);
        List<Interval> windows = new ArrayList<>();
        for (int turn = 0; poll.hasNext(); turn++) {
            assertThat(turn).as("turns of a poll: it ends").isLessThan(200_000);
            turn(poll, chance, windows);
        }
        mustCover(some, windows, poll.failure().isEmpty());
    }

    @Property(tries = 500)
    void a_source_that_refuses_everything_has_peace_after_a_few_questions(@ForAll("cases") Case some) {
        ChannelPoll poll = some.poll();
        int questions = 0;
        while (poll.hasNext()) {
            assertThat(++questions).isLessThan(30);
            if (poll.requests().trial().isPresent()) {
                poll.requests().tried(false, "no");
            } else if (poll.requests().wantsFields()) {
                poll.requests().offered(List.of());
            } else {
                poll.requests().refused(poll.requests().next(), "no");
            }
        }
        assertThat(poll.state().strikes()).isEqualTo(questions == 0 ? 0 : 1);
    }

    private static void turn(ChannelPoll poll, Random chance, List<Interval> windows) {
        Window window = poll.requests().next();
        if (poll.requests().trial().isPresent()) {
            poll.requests().tried(chance.nextBoolean(), "no");
        } else if (poll.requests().wantsFields()) {
            poll.requests().offered(PollSamples.OFFERED);
        } else if (chance.nextInt(4) == 0) {
            poll.requests().refused(window, "no");
            assertThat(poll.requests().next().interval().start()).isEqualTo(window.interval().start());
            assertThat(poll.requests().next().interval().length()).isLessThanOrEqualTo(window.interval().length());
        } else {
            windows.add(window.interval());
            poll.requests().kept(window);
        }
    }

    private static void mustCover(Case some, List<Interval> windows, boolean whole) {
        Instant at = some.start();
        Duration longest = some.settings().windowMax();
        for (Interval window : windows) {
            assertThat(window.start()).isEqualTo(at);
            assertThat(window.isEmpty()).isFalse();
            assertThat(window).isEqualTo(Interval.aligned(window.start(), window.end(), some.channel().interval()));
            assertThat(window.length())
                    .isLessThanOrEqualTo(
                            longest.compareTo(some.channel().interval()) < 0
                                    ? some.channel().interval()
                                    : longest);
            at = window.end();
        }
        if (whole && some.start().isBefore(some.end())) {
            assertThat(at).isEqualTo(some.end());
        }
        assertThat(at).isBeforeOrEqualTo(some.start().isBefore(some.end()) ? some.end() : some.start());
    }

    @Property(tries = 500)
    void the_cursor_stays_within_the_window_on_the_grid_and_waits_for_late_data_as_long_as_it_may(
            @ForAll("cases") Case some, @ForAll long seed) {
        ChannelPoll poll = some.poll();
        Random chance = new Random(seed);
        Instant patience = NOW.minus(some.settings().waitForLate());
        Instant newest = null;
        while (poll.hasNext()) {
            Interval window = poll.requests().next().interval();
            Instant reading = chance.nextInt(3) == 0
                    ? null
                    : window.start().plus(some.channel().interval().multipliedBy(chance.nextInt((int)
                            window.slots(some.channel().interval()))));
            newest = reading == null ? newest : reading;
            Instant cursor = poll.cursorAfter(window, reading);
            assertThat(cursor)
                    .isBeforeOrEqualTo(window.end())
                    .isEqualTo(Interval.floor(cursor, some.channel().interval()));
            assertThat(cursor)
                    .as("nobody waits longer than that")
                    .isAfterOrEqualTo(
                            min(Interval.floor(patience, some.channel().interval()), window.end()));
            boolean isSilent = newest == null || newest.plus(some.channel().interval()).isBefore(window.end());
            if (isSilent && (newest == null || newest.isAfter(patience))) {
                assertThat(cursor)
                        .as("behind it data may still come")
                        .isBeforeOrEqualTo(
                                newest == null
                                        ? patience
                                        : newest.plus(some.channel().interval()));
            }
            poll.requests().kept(poll.requests().next());
        }
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
