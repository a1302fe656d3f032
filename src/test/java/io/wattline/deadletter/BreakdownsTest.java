package io.wattline.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.wattline.testing.CapturedLog;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Errors that no route handles. */
class BreakdownsTest {

    @Test
    void what_the_stop_interrupts_is_no_breakdown() {
        AtomicBoolean stopping = new AtomicBoolean();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Breakdowns breakdowns = new Breakdowns(meters, stopping::get);
        try (CapturedLog log = CapturedLog.open()) {
            breakdowns.report("alerts-evaluate", new IllegalStateException("no queue"));
            stopping.set(true);
            breakdowns.report("alerts-evaluate", new IllegalStateException("no queue"));
            assertThat(log.lines()).hasSize(2);
            assertThat(log.lines().get(0)).startsWith("ERROR").contains("alerts-evaluate broke down");
            assertThat(log.lines().get(1)).startsWith("INFO").contains("interrupted by the stop");
        }
        assertThat(meters.counter("wattline.breakdowns", "route", "alerts-evaluate").count()).isEqualTo(1);
    }
}
