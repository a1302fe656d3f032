package io.wattline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "30s,PT30S", "15m,PT15M", "2h,PT2H", "7d,PT168H", "0s,PT0S", "' 2h ',PT2H"})
    void a_length_is_a_number_and_a_unit(String text, Duration expected) {
        assertThat(Durations.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "h", "2 h", "-2h", "1.5h", "2H", "2w", "2h30m", "99999999999d", "٢h"})
    void anything_else_is_none(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @Property
    void every_number_of_every_unit_is_that_many_times_the_unit(
            @ForAll @IntRange(min = 0, max = 999_999_999) int amount) {
        assertThat(Durations.parse(amount + "ms")).contains(Duration.ofMillis(amount));
        assertThat(Durations.parse(amount + "s")).contains(Duration.ofSeconds(amount));
        assertThat(Durations.parse(amount + "m")).contains(Duration.ofSeconds(60L * amount));
        assertThat(Durations.parse(amount + "h")).contains(Duration.ofSeconds(3600L * amount));
        assertThat(Durations.parse(amount + "d")).contains(Duration.ofSeconds(86_400L * amount));
    }

    @Test
    void people_read_two_units() {
        assertThat(Durations.humane(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Durations.humane(Duration.ofSeconds(61))).isEqualTo("1 m 1 s");
        assertThat(Durations.humane(Duration.ofSeconds(5403))).isEqualTo("1 h 30 m");
        assertThat(Durations.humane(Duration.ofHours(76))).isEqualTo("3 d 4 h");
        assertThat(Durations.humane(Duration.ofHours(24))).isEqualTo("1 d");
        assertThat(Durations.humane(Duration.ofMinutes(120))).isEqualTo("2 h");
    }
}
