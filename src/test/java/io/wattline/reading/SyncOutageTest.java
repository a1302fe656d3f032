package io.wattline.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.app.KeptReadings;
import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.AtStep;
import io.wattline.testing.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The source breaks down in the middle of a sync of dates, long enough for the circuit breaker to open. */
class SyncOutageTest {

    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-10T12:07:00Z"));
    private static final int FAILS_FROM_REQUEST = 20;
    private static final int ROUNDS_OF_OUTAGE = 12;

    @Test
    void a_sync_of_dates_waits_for_the_source_and_reads_every_window_once() throws Exception {
        AtStep request = new AtStep("fetch-response-readings", FAILS_FROM_REQUEST);
        Plant plant = Plant.of(3, 7);
        try (WattlineUnderTest wattline = WattlineUnderTest.start(
                Path.of("").toAbsolutePath(),
                SimulatorSettings.of(plant, CLOCK),
                CLOCK,
                Map.of("readings.window.max", "1d", "readings.sync.attempts", "2"),
                RunMode.ONCE,
                Map.of("request", request))) {
            request.act(() -> wattline.simulator().faults().on(Fault.SERVER_ERROR).share(1));
            Interval range = new Interval(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-02-21T00:00:00Z"));
            CompletableFuture<SyncResult> sync = CompletableFuture.supplyAsync(
                    () -> wattline.sync(new SyncRequest(range, List.of(), Duration.ofMinutes(15))));
            await("the breaker is open").until(() -> (Long) wattline.value(
                    "select count(*) from ingestion_logs where error_message like '%circuit breaker%'") > 0);
            await("an outage that is longer than the attempts").until(() -> sync.isDone()
                    || (Long) wattline.value("select count(*) from runs") > ROUNDS_OF_OUTAGE);
            wattline.simulator().faults().set(List.of());
            SyncResult result = sync.get();
            assertThat(result.failures()).isEmpty();
            assertThat(result.windows()).isEqualTo(3 * 20);
            assertThat(result.inserted()).isEqualTo(3 * 20 * 96);
            assertThat(result.fetched()).as("no window is read twice").isEqualTo(3 * 20 * 96);
            plant.channels().forEach(channel -> KeptReadings.mustBeTrue(wattline.database().dataSource(),
                    wattline.simulator().truth(), channel.channelId(), range));
        }
    }
}
