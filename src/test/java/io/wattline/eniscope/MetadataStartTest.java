package io.wattline.eniscope;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When the metadata is read at the start. */
class MetadataStartTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:10:00Z"));
    private final MetadataStart start = new MetadataStart(clock);

    @Test
    void a_failure_is_tried_again_soon_then_later_and_never_later_than_five_minutes() {
        assertThat(start.isDue()).isTrue();
        for (int seconds : new int[] {15, 30, 60, 120, 240, 300, 300}) {
            start.failed(new IllegalStateException("no route to host."));
            clock.advance(Duration.ofSeconds(seconds - 1));
            assertThat(start.isDue()).as(seconds + " s").isFalse();
            clock.advance(Duration.ofSeconds(1));
            assertThat(start.isDue()).as(seconds + " s").isTrue();
        }
    }

    @Test
    void after_the_first_success_the_timer_of_the_settings_does_the_rest() {
        start.failed(new IllegalStateException("no route to host."));
        clock.advance(Duration.ofMinutes(1));
        start.done();
        assertThat(start.isDue()).isFalse();
        clock.advance(Duration.ofDays(1));
        assertThat(start.isDue()).isFalse();
    }
}
