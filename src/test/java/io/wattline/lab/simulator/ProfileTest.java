package io.wattline.lab.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.reading.Interval;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ProfileTest {

    @Property
    void a_register_never_falls(
            @ForAll @LongRange(min = 0, max = 200_000_000) long after,
            @ForAll @IntRange(min = 0, max = 5000) int seconds,
            @ForAll @IntRange(min = 1, max = 20_000) int quarterLoad,
            @ForAll long seed) {
        for (Profile profile : new Profile[] {Profile.WORKS, Profile.SUN, Profile.FLAT}) {
            long start = Profile.ORIGIN + after;
            assertThat(profile.register(start + seconds, 4L * quarterLoad, seed))
                    .isGreaterThanOrEqualTo(profile.register(start, 4L * quarterLoad, seed));
        }
    }

    @Property
    void numbers_are_written_as_they_are(
            @ForAll @LongRange(min = -9_000_000_000_000_000L, max = 9_000_000_000_000_000L) long unscaled,
            @ForAll @IntRange(min = 0, max = 12) int decimals) {
        JsonBytes json = new JsonBytes().decimal(unscaled, decimals);
        String text = new String(json.bytes(), 0, json.length(), java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(new java.math.BigDecimal(text))
                .isEqualByComparingTo(java.math.BigDecimal.valueOf(unscaled, decimals));
        assertThat(text).matches("-?(0|[1-9]\\d*)(\\.\\d*[1-9])?");
    }

    @Property
    void a_gap_is_the_same_from_each_of_its_instants(
            @ForAll @LongRange(min = 1_650_000_000L, max = 1_900_000_000L) long instant, @ForAll int seed) {
        Interval gap = SimulatedGaps.at(seed, 81_000, instant);
        if (gap != null) {
            assertThat(gap.contains(Instant.ofEpochSecond(instant))).isTrue();
            assertThat(SimulatedGaps.at(seed, 81_000, gap.start().getEpochSecond())).isEqualTo(gap);
            assertThat(SimulatedGaps.at(seed, 81_000, gap.end().getEpochSecond() - 1)).isEqualTo(gap);
            assertThat(SimulatedGaps.at(seed, 81_000, gap.end().getEpochSecond())).isNull();
        }
    }
}
