package io.wattline.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ScaledClockTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);

    @Property
    void time_passes_speed_times_as_fast_from_the_start_on(
            @ForAll @IntRange(min = 1, max = 3600) int speed,
            @ForAll @LongRange(min = 0, max = 10_000_000) long millis) {
        ScaledClock clock = new ScaledClock(START, speed, nanos::get);
        assertThat(clock.instant()).isEqualTo(START);
        nanos.addAndGet(millis * 1_000_000);
        assertThat(clock.instant())
                .isBetween(START.plusMillis(millis * speed - 1), START.plusMillis(millis * speed + 1));
    }

    @Test
    void a_quarter_of_an_hour_takes_three_seconds_at_300() {
        ScaledClock clock = new ScaledClock(START, 300, nanos::get);
        nanos.addAndGet(3_000_000_000L);
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(15)));
    }

    @Test
    void another_zone_is_the_same_clock() {
        ScaledClock clock = new ScaledClock(START, 60, nanos::get);
        nanos.addAndGet(1_000_000_000L);
        assertThat(clock.withZone(ZoneId.of("America/New_York")).instant()).isEqualTo(clock.instant());
    }

    @Test
    void time_does_not_stand_still_or_run_back() {
        assertThatThrownBy(() -> new ScaledClock(START, 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new ScaledClock(START, Double.NaN)).hasMessageContaining("above 0");
    }
}
