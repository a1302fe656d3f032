package io.wattline.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The machine's clock against time that only runs forward. */
class ClockWatchTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-08T00:10:00Z"));
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000);
    private final AtomicInteger scheduled = new AtomicInteger();
    private final ClockWatch watch = new ClockWatch(clock, nanos::get, scheduled::incrementAndGet);

    private void pass(Duration byClock, Duration really) {
        clock.advance(byClock);
        nanos.addAndGet(really.toNanos());
        watch.look();
    }

    @Test
    void a_clock_that_is_set_back_schedules_the_timers_again_once_and_is_shown_for_half_an_hour() {
        watch.look();
        pass(Duration.ofMinutes(-15).plusSeconds(5), Duration.ofSeconds(5));
        assertThat(scheduled).hasValue(1);
        assertThat(watch.trouble()).get().asString().contains("set back by 15 m");
        assertThat(watch.measure().get(0).value()).isEqualTo(900);
        pass(Duration.ofMinutes(29), Duration.ofMinutes(29));
        assertThat(scheduled).hasValue(1);
        assertThat(watch.trouble()).isPresent();
        pass(Duration.ofMinutes(2), Duration.ofMinutes(2));
        assertThat(watch.trouble()).isEmpty();
        assertThat(watch.measure().get(0).value()).isZero();
    }

    @Test
    void a_clock_that_jumps_forward_is_told_and_schedules_nothing_again() {
        watch.look();
        pass(Duration.ofHours(3).plusSeconds(5), Duration.ofSeconds(5));
        assertThat(scheduled).hasValue(0);
        assertThat(watch.trouble()).get().asString().contains("set forward by 3 h").contains("runs once");
    }

    @Test
    void a_clock_that_is_slewed_makes_no_step() {
        watch.look();
        for (int i = 0; i < 1000; i++) {
            pass(Duration.ofSeconds(5).plusMillis(100), Duration.ofSeconds(5));
        }
        assertThat(watch.trouble()).isEmpty();
    }

    @Property(tries = 500)
    void a_step_is_what_the_clock_has_moved_beyond_the_time_that_passed(
            @ForAll @LongRange(min = -100_000, max = 100_000) long stepSeconds,
            @ForAll @LongRange(min = 0, max = 1_000_000) long passedMillis) {
        ClockSteps steps = new ClockSteps(Duration.ofSeconds(30));
        Instant start = Instant.parse("2026-10-25T00:59:59.999999999Z");
        steps.look(start, -5);
        Duration passed = Duration.ofMillis(passedMillis);
        assertThat(steps.look(start.plus(passed).plusSeconds(stepSeconds), passed.toNanos() - 5).map(
                ClockSteps.Step::by))
                .isEqualTo(Math.abs(stepSeconds) < 30 ? java.util.Optional.empty()
                        : java.util.Optional.of(Duration.ofSeconds(stepSeconds)));
    }
}
