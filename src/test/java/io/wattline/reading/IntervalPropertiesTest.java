package io.wattline.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Half-open spans on a grid that is counted from the epoch, before and after it. */
class IntervalPropertiesTest {

    private static final long YEARS = 5_000_000_000L;

    @Property
    void an_instant_lies_between_its_floor_and_its_ceiling_less_than_a_step_apart(
            @ForAll @LongRange(min = -YEARS, max = YEARS) long second,
            @ForAll @IntRange(min = 0, max = 999_999_999) int nano,
            @ForAll @IntRange(min = 1, max = 90_000) int stepSeconds) {
        Instant instant = Instant.ofEpochSecond(second, nano);
        Duration step = Duration.ofSeconds(stepSeconds);
        Instant floor = Interval.floor(instant, step);
        Instant ceiling = Interval.ceiling(instant, step);
        assertThat(instant).isBetween(floor, ceiling);
        assertThat(Duration.between(floor, ceiling)).isEqualTo(floor.equals(instant) ? Duration.ZERO : step);
        assertThat(Math.floorMod(floor.getEpochSecond(), stepSeconds)).isZero();
        assertThat(Interval.floor(ceiling, step)).isEqualTo(ceiling);
    }

    @Property
    void an_aligned_interval_holds_the_other_and_whole_slots(@ForAll @LongRange(min = -YEARS, max = YEARS) long second,
                                                             @ForAll @LongRange(min = 0, max = 10_000_000) long length,
                                                             @ForAll @IntRange(min = 1, max = 90_000) int stepSeconds) {
        Instant start = Instant.ofEpochSecond(second);
        Instant end = start.plusSeconds(length);
        Duration step = Duration.ofSeconds(stepSeconds);
        Interval aligned = Interval.aligned(start, end, step);
        assertThat(start).isBetween(aligned.start(), aligned.end());
        assertThat(end).isBetween(aligned.start(), aligned.end());
        assertThat(aligned.start().plus(step.multipliedBy(aligned.slots(step)))).isEqualTo(aligned.end());
    }

    @Property
    void of_two_intervals_that_meet_exactly_one_holds_the_instant_between_them(
            @ForAll @LongRange(min = 0, max = YEARS) long second,
            @ForAll @LongRange(min = 1, max = 100_000) long length) {
        Instant middle = Instant.ofEpochSecond(second);
        assertThat(new Interval(middle.minusSeconds(length), middle).contains(middle)).isFalse();
        assertThat(new Interval(middle, middle.plusSeconds(length)).contains(middle)).isTrue();
        assertThatThrownBy(() -> new Interval(middle.plusSeconds(length), middle))
                .hasMessageContaining("start " + middle.plusSeconds(length));
    }
}
