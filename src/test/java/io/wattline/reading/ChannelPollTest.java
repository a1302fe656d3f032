package io.wattline.reading;

import static io.wattline.reading.PollSamples.NOW;
import static io.wattline.reading.PollSamples.OFFERED;
import static io.wattline.reading.PollSamples.SETTINGS;
import static io.wattline.reading.PollSamples.behind;
import static io.wattline.reading.PollSamples.poll;
import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.channel.Channel;
import io.wattline.eniscope.ResponseSamples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a poll asks, what a refusal teaches it, and what it leaves behind. */
class ChannelPollTest {

    private static final Duration DAY = Duration.ofDays(1);

    /**
     * Refuses whatever is asked and says what that was: O for the offer, T for a trial of fields, days for a window.
     */
    private static List<String> refuseAll(ChannelPoll poll) {
        List<String> asked = new ArrayList<>();
        while (poll.hasNext()) {
            if (poll.requests().trial().isPresent()) {
                asked.add("T" + poll.requests().trial().get().fields().size());
                poll.requests().tried(false, "Invalid Parameter");
            } else if (poll.requests().wantsFields()) {
                asked.add("O");
                poll.requests().offered(List.of());
            } else {
                asked.add(poll.requests().next().interval().length().toHours() / 24.0 + "d");
                poll.requests().refused(poll.requests().next(), "Invalid Parameter");
            }
        }
        return asked;
    }

    private static PollState settled(ChannelPoll poll) {
        PollState state = poll.state();
        return new PollState(
                behind(DAY).cursor(),
                state.lastReadingAt(),
                null,
                state.windowMax(),
                state.fields(),
                state.fieldsProven(),
                state.strikes(),
                state.consecutiveFailures(),
                state.status(),
                state.statusReason(),
                state.statusSince());
    }

    @Test
    void a_new_channel_is_filled_from_the_start_of_its_history_and_an_old_one_from_cursor_minus_look_back() {
        assertThat(poll(PollState.fresh()).requests().next().interval().start())
                .isEqualTo(Interval.floor(NOW.minus(Duration.ofDays(96)), Duration.ofMinutes(15)));
        assertThat(poll(behind(Duration.ofMinutes(67))).requests().next().interval())
                .hasToString("[2026-03-10T09:00:00Z, 2026-03-10T12:00:00Z)");
    }

    @Test
    void an_interval_that_has_just_ended_is_not_asked_for_before_the_delay_is_over() {
        Instant two = Instant.parse("2026-03-10T12:16:59Z");
        assertThat(ChannelPoll.due(
                                new PolledChannel(ResponseSamples.channel(900), behind(DAY), OFFERED), SETTINGS, 1, two)
                        .requests()
                        .next()
                        .interval()
                        .end())
                .isEqualTo("2026-03-10T12:00:00Z");
        assertThat(ChannelPoll.due(
                                new PolledChannel(ResponseSamples.channel(900), behind(DAY), OFFERED),
                                SETTINGS,
                                1,
                                two.plusSeconds(1))
                        .requests()
                        .next()
                        .interval()
                        .end())
                .isEqualTo("2026-03-10T12:15:00Z");
    }

    @Test
    void a_channel_is_asked_from_its_installation_to_its_removal() {
        Channel channel = new Channel(
                61001,
                "MAIN",
                null,
                null,
                Duration.ofMinutes(15),
                NOW.minus(Duration.ofHours(5)),
                NOW.minus(Duration.ofHours(2)));
        assertThat(poll(channel, PollState.fresh(), SETTINGS).requests().next().interval())
                .hasToString("[2026-03-10T07:15:00Z, 2026-03-10T10:15:00Z)");
    }

    @Test
    void first_the_offer_is_asked_for_then_the_window_is_halved_down_to_a_day_then_fields_are_tried() {
        assertThat(refuseAll(poll(PollState.fresh())))
                .containsExactly(
                        "7.0d", "O", "7.0d", "3.5d", "1.75d", "1.0d", "T5", "T2", "T1", "T1", "T3", "T1", "T2", "T1",
                        "T1");
    }

    @Test
    void fields_that_have_worked_are_not_doubted_before_the_window_is_as_short_as_may_be() {
        PollState proven = new PollState(
                behind(Duration.ofDays(30)).cursor(),
                null,
                null,
                null,
                OFFERED,
                true,
                0,
                0,
                PollState.Status.LIVE,
                null,
                null);
        assertThat(refuseAll(poll(proven))).startsWith("7.0d", "3.5d", "1.75d", "1.0d", "O", "T5");
    }

    @Test
    void the_window_that_works_is_remembered_and_asked_for_next_time() {
        ChannelPoll poll = poll(behind(Duration.ofDays(30)));
        poll.requests().refused(poll.requests().next(), "no");
        poll.requests().offered(OFFERED);
        poll.requests().refused(poll.requests().next(), "no");
        poll.requests().kept(poll.requests().next());
        assertThat(poll.state().windowMax()).isEqualTo(Duration.ofHours(84));
        assertThat(poll(poll.state()).requests().next().interval().length()).isEqualTo(Duration.ofHours(84));
    }

    @Test
    void only_fields_that_are_offered_are_asked_for_and_where_none_of_them_is_known_what_is_offered() {
        ChannelPoll poll = poll(behind(DAY));
        poll.requests().refused(poll.requests().next(), "no");
        poll.requests().offered(List.of("V", "E", "X9"));
        assertThat(poll.requests().next().fields()).containsExactly("E", "V");
        ChannelPoll climate = poll(behind(DAY));
        climate.requests().refused(climate.requests().next(), "no");
        climate.requests().offered(List.of("T", "RH"));
        assertThat(climate.requests().next().fields()).containsExactly("T", "RH");
    }

    @Test
    void a_source_that_does_not_say_what_it_offers_is_asked_for_the_same_fields_again() {
        ChannelPoll poll = poll(behind(DAY));
        poll.requests().refused(poll.requests().next(), "no");
        poll.requests().offered(List.of());
        assertThat(poll.requests().next().fields()).isEqualTo(OFFERED);
    }

    @Test
    void once_the_fields_are_found_they_are_remembered_and_the_window_is_long_again() {
        ChannelPoll poll = poll(PollState.fresh());
        while (poll.requests().trial().isEmpty()) {
            if (poll.requests().wantsFields()) {
                poll.requests().offered(OFFERED);
            } else {
                poll.requests().refused(poll.requests().next(), "no");
            }
        }
        assertThat(poll.requests().trial().get().interval().length()).isEqualTo(DAY);
        while (poll.requests().trial().isPresent()) {
            poll.requests().tried(!poll.requests().trial().get().fields().contains("I"), "no");
        }
        assertThat(poll.requests().next().fields()).containsExactly("E", "P", "V", "PF", "Q");
        assertThat(poll.requests().next().interval().length()).isEqualTo(Duration.ofDays(7));
        poll.requests().kept(poll.requests().next());
        assertThat(poll.state())
                .extracting(PollState::fields, PollState::fieldsProven, PollState::strikes)
                .containsExactly(List.of("E", "P", "V", "PF", "Q"), true, 0);
    }

    @Test
    void three_refusals_running_and_the_channel_is_dead_and_due_once_a_day() {
        ChannelPoll first = poll(PollState.fresh());
        refuseAll(first);
        ChannelPoll second = poll(settled(first));
        assertThat(refuseAll(second)).as("asked for the least").startsWith("T5").doesNotContain("7.0d");
        assertThat(second.state())
                .extracting(PollState::strikes, PollState::status)
                .containsExactly(2, PollState.Status.LIVE);
        assertThat(second.notice()).isEmpty();
        ChannelPoll third = poll(settled(second));
        refuseAll(third);
        assertThat(third.state())
                .extracting(PollState::strikes, PollState::status)
                .containsExactly(3, PollState.Status.DEAD);
        assertThat(third.notice()).get().asString().contains("is dead: refused 3 times in a row", "Invalid Parameter");
        assertThat(third.nextPollAt()).contains(NOW.plus(DAY));
        ChannelPoll fourth = poll(settled(third));
        refuseAll(fourth);
        assertThat(fourth.notice()).as("said once").isEmpty();
        assertThat(fourth.nextPollAt()).contains(NOW.plus(DAY));
    }

    @Test
    void a_dead_channel_that_answers_is_read_with_all_that_it_has_and_says_so() {
        PollState dead = new PollState(
                behind(Duration.ofDays(30)).cursor(),
                null,
                null,
                DAY,
                null,
                false,
                3,
                7,
                PollState.Status.DEAD,
                "refused",
                NOW.minus(DAY));
        ChannelPoll poll = poll(dead);
        while (poll.requests().trial().isPresent()) {
            poll.requests().tried(true, null);
        }
        assertThat(poll.requests().next().fields()).containsExactlyElementsOf(OFFERED);
        assertThat(poll.requests().next().interval().length()).isEqualTo(Duration.ofDays(7));
        poll.requests().kept(poll.requests().next());
        assertThat(poll.state())
                .extracting(
                        PollState::strikes, PollState::status, PollState::statusReason, PollState::consecutiveFailures)
                .containsExactly(0, PollState.Status.LIVE, null, 0);
        assertThat(poll.notice()).contains("is read again");
    }

    @Test
    void a_failure_is_tried_again_after_a_pause_that_doubles_up_to_an_hour() {
        assertThat(List.of(0, 1, 2, 3, 5, 6, 40))
                .extracting(failures -> {
                    ChannelPoll poll = poll(new PollState(
                            behind(DAY).cursor(),
                            null,
                            null,
                            null,
                            null,
                            false,
                            0,
                            failures,
                            PollState.Status.LIVE,
                            null,
                            null));
                    poll.requests().failed("the answer broke off", true);
                    assertThat(poll.state().consecutiveFailures()).isEqualTo(failures + 1);
                    return Duration.between(NOW, poll.nextPollAt().orElseThrow())
                            .toMinutes();
                })
                .containsExactly(1L, 2L, 4L, 8L, 32L, 60L, 60L);
    }

    @Test
    void what_befalls_every_channel_counts_against_none() {
        ChannelPoll poll = poll(new PollState(
                behind(DAY).cursor(), null, null, null, null, false, 0, 9, PollState.Status.LIVE, null, null));
        poll.requests().failed("the circuit breaker is open", false);
        assertThat(poll.state().consecutiveFailures()).isEqualTo(9);
        assertThat(poll.nextPollAt()).contains(NOW.plusSeconds(60));
    }

    @Test
    void an_ended_subscription_pauses_the_channel_for_a_day_and_is_said_once() {
        ChannelPoll poll = poll(behind(DAY));
        poll.requests().subscriptionEnded("402");
        assertThat(poll.hasNext()).isFalse();
        assertThat(poll.state().status()).isEqualTo(PollState.Status.PAUSED);
        assertThat(poll.notice()).get().asString().contains("paused", "402");
        assertThat(poll.nextPollAt()).contains(NOW.plus(DAY));
        ChannelPoll next = poll(settled(poll));
        next.requests().subscriptionEnded("402");
        assertThat(next.notice()).isEmpty();
    }

    @Test
    void a_channel_of_which_nothing_is_kept_and_that_gives_nothing_finer_for_a_day_is_of_that_length() {
        ChannelPoll poll = poll(PollState.fresh());
        while (poll.hasNext()) {
            if (poll.requests().trial().isEmpty() && poll.requests().wantsFields()) {
                poll.requests().offered(OFFERED);
            } else {
                poll.requests().coarsened(poll.requests().next(), Duration.ofHours(1), "bins of 3600 s");
            }
        }
        assertThat(poll.learntInterval()).contains(Duration.ofHours(1));
        assertThat(poll.failure()).isEmpty();
        assertThat(poll.nextPollAt()).as("at once").contains(NOW);
    }

    @Test
    void a_channel_that_has_given_finer_bins_is_not_of_another_length_because_it_once_gives_coarser_ones() {
        ChannelPoll poll = poll(behind(DAY.minusHours(3)));
        poll.requests().coarsened(poll.requests().next(), Duration.ofHours(1), "bins of 3600 s");
        assertThat(poll.learntInterval()).isEmpty();
    }

    @Test
    void a_range_that_somebody_asked_for_moves_no_cursor_and_no_turn() {
        Interval range = new Interval(NOW.minus(Duration.ofDays(20)), NOW.plus(DAY));
        ChannelPoll poll = ChannelPoll.over(
                range, new PolledChannel(ResponseSamples.channel(900), behind(DAY), OFFERED), SETTINGS, 1, NOW);
        assertThat(poll.cursorAfter(
                        poll.requests().next().interval(),
                        poll.requests().next().interval().start()))
                .isNull();
        Instant end = poll.requests().next().interval().end();
        while (poll.hasNext()) {
            end = poll.requests().next().interval().end();
            poll.requests().kept(poll.requests().next());
        }
        assertThat(end).as("not the future").isEqualTo("2026-03-10T12:00:00Z");
        assertThat(poll.nextPollAt()).isEqualTo(Optional.empty());
    }

    @Test
    void the_last_reading_before_a_window_is_that_of_the_windows_before() {
        ChannelPoll poll = poll(behind(Duration.ofDays(20)));
        Instant reading = poll.requests().next().interval().start().plusSeconds(1800);
        assertThat(poll.previous()).isEmpty();
        poll.cursorAfter(poll.requests().next().interval(), reading);
        poll.requests().kept(poll.requests().next());
        assertThat(poll.previous()).contains(reading);
        poll.cursorAfter(poll.requests().next().interval(), null);
        poll.requests().kept(poll.requests().next());
        assertThat(poll.previous()).contains(reading);
    }
}
