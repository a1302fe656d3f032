package io.wattline.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.reading.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/**
 * Which days a reconciliation looks at, at any time: leap days, ends of years and clock changes are days of UTC like
 * others.
 */
class LastDaysPropertiesTest {

    @Property
    void whole_days_of_utc_that_end_with_the_last_one_that_is_over(
            @ForAll @LongRange(min = 1_500_000_000L, max = 2_000_000_000L) long now,
            @ForAll @IntRange(min = 1, max = 400) int days) {
        Instant instant = Instant.ofEpochSecond(now);
        Interval range = Reconciliations.lastDays(instant, days);
        assertThat(range.end())
                .isEqualTo(instant.atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
        assertThat(range.start())
                .isEqualTo(instant.atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .minusDays(days)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
        assertThat(range.contains(instant)).isFalse();
        assertThat(range.slots(Duration.ofMinutes(15))).isEqualTo(96L * days);
    }
}
