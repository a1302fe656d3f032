package io.wattline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.reading.Checked;
import io.wattline.reading.DataQuality;
import io.wattline.reading.Reading;
import io.wattline.reading.Rejected;
import io.wattline.reading.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** When the breaker for bad data opens and closes: more than 20 % of at least 12 readings, three good batches. */
class DataBreakerTest {

    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    private static final DataBreaker BREAKER = new DataBreaker(new DataBreakerSettings(20, 12, 3));

    private static Instant slot(int n) {
        return START.plus(Duration.ofMinutes(15L * n));
    }

    /** Slots from (inclusive) until to, the first so many of them bad. */
    private static Checked page(int from, int to, int bad) {
        List<Reading> accepted = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        for (int n = from; n < to; n++) {
            if (n < from + bad) {
                rejected.add(
                        new Rejected("validate", 1, slot(n), List.of(new Violation("power-range", "too much")), "{}"));
            } else {
                accepted.add(new Reading(1, slot(n), new double[0], DataQuality.MEASURED, null, null, null));
            }
        }
        return new Checked(accepted, rejected);
    }

    private static DataBreakerState after(DataBreakerState state, Checked... pages) {
        DataBreakerState next = state;
        for (Checked page : pages) {
            next = BREAKER.after(next, page, START);
        }
        return next;
    }

    @Test
    void a_fifth_is_allowed_and_one_more_is_not() {
        assertThat(after(DataBreakerState.NEW, page(0, 100, 20)).open()).isFalse();
        DataBreakerState opened = after(DataBreakerState.NEW, page(0, 100, 21));
        assertThat(opened.open()).isTrue();
        assertThat(opened.reason()).isEqualTo("21 of 100 readings were rejected, the last for power-range; allowed: "
                + "20 % (breaker.reject-rate)");
        assertThat(opened.trips()).isEqualTo(1);
    }

    @Test
    void few_readings_say_nothing_and_live_polls_add_up_to_a_batch() {
        assertThat(after(DataBreakerState.NEW, page(0, 11, 11)).open()).isFalse();
        assertThat(after(DataBreakerState.NEW, page(0, 11, 11), page(3, 12, 0)).open()).isTrue();
    }

    @Test
    void what_a_look_back_brings_again_is_counted_once() {
        DataBreakerState state = after(DataBreakerState.NEW, page(0, 1, 1));
        for (int n = 1; n < 9; n++) {
            state = after(state, page(0, n + 1, 1));
        }
        assertThat(state)
                .extracting(DataBreakerState::open, DataBreakerState::readings, DataBreakerState::rejected)
                .containsExactly(false, 9, 1);
    }

    @Test
    void readings_without_a_time_count_where_there_is_nothing_else() {
        Rejected timeless =
                new Rejected("normalise", 1, null, List.of(new Violation("timestamp-present", "none")), "{}");
        List<Rejected> all = java.util.Collections.nCopies(12, timeless);
        assertThat(after(DataBreakerState.NEW, new Checked(List.of(), all)).open()).isTrue();
        List<Rejected> twice = List.of(timeless, timeless, timeless, timeless, timeless, timeless);
        assertThat(after(
                                DataBreakerState.NEW,
                                new Checked(page(0, 6, 0).accepted(), twice),
                                new Checked(page(0, 12, 0).accepted(), twice))
                        .open())
                .as("seen again at every poll")
                .isFalse();
    }

    @Test
    void three_good_answers_in_a_row_close_it_and_a_bad_one_begins_anew() {
        DataBreakerState open = after(DataBreakerState.NEW, page(0, 20, 20));
        assertThat(after(open, page(10, 22, 0), page(10, 23, 2)).open()).isTrue();
        assertThat(after(open, page(10, 22, 0), page(10, 23, 2), page(10, 24, 0)).open()).isFalse();
        assertThat(after(open, page(10, 22, 0), page(10, 23, 0), page(10, 24, 3), page(10, 25, 0), page(10, 26, 0))
                        .open())
                .isTrue();
        assertThat(after(open, page(10, 21, 0), page(10, 21, 0), page(10, 21, 0))
                        .open())
                .as("too small to tell")
                .isTrue();
        assertThat(after(open, page(10, 10, 0), page(10, 10, 0), page(10, 10, 0))
                        .open())
                .as("silence is not good")
                .isTrue();
    }

    @Test
    void once_closed_it_starts_from_nothing() {
        DataBreakerState closed =
                after(after(DataBreakerState.NEW, page(0, 20, 20)), page(10, 22, 0), page(10, 23, 0), page(10, 24, 0));
        assertThat(closed)
                .extracting(
                        DataBreakerState::open,
                        DataBreakerState::readings,
                        DataBreakerState::rejected,
                        DataBreakerState::trips)
                .containsExactly(false, 0, 0, 1);
        assertThat(after(closed, page(24, 40, 16)).trips()).isEqualTo(2);
    }

    @Property
    void a_channel_that_never_exceeds_the_rate_is_never_cut_off(
            @ForAll @IntRange(min = 1, max = 200) int readings, @ForAll @IntRange(max = 200) int bad) {
        int rejected = Math.min(bad, readings / 5);
        assertThat(after(DataBreakerState.NEW, page(0, readings, rejected)).open()).isFalse();
    }
}
