package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.PlantChannel;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.Interval;
import io.wattline.testing.AtStep;
import io.wattline.testing.CapturedLog;
import io.wattline.testing.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away in the middle of the work and comes back; Wattline runs on its timers and nobody helps it. */
class DatabaseAwayTest {

    private static final Instant NOW = Instant.parse("2026-03-08T00:10:00Z");
    private static final Interval HISTORY =
            new Interval(Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2026-03-08T00:00:00Z"));
    /** Of three channels, some in the middle of their six windows of a day, some before their first. */
    private static final int TURN = 5;

    private final MovableClock clock = new MovableClock(NOW);
    private final AtStep pageHasCome = new AtStep("take-page-validate", TURN);
    private CapturedLog log;
    private WattlineUnderTest wattline;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        log = CapturedLog.open();
        wattline = WattlineUnderTest.start(
                Path.of("").toAbsolutePath(),
                SimulatorSettings.of(Plant.of(3, 1), clock).withFaults(Set.of(Fault.BAD_VALUES, Fault.NULL_BINS)),
                clock,
                Map.of(
                        "readings.history",
                        "6d",
                        "readings.window.max",
                        "1d",
                        "readings.poll.cron",
                        "0/1 * * * * ?",
                        "spool.directory",
                        spool().toString(),
                        "database.connect-timeout",
                        "500ms",
                        "spool.delay",
                        "100ms"),
                RunMode.TIMERS,
                Map.of("pageHasCome", pageHasCome));
    }

    @AfterEach
    void stop() {
        wattline.database().comeBack();
        wattline.close();
        log.close();
    }

    @Test
    void what_had_arrived_waits_in_files_and_is_kept_when_the_database_is_back() {
        pageHasCome.act(wattline.database()::goAway);
        await().until(() -> files(spool()).size() >= 1 && pageHasCome.turns() >= TURN);
        await("the timer looks for channels in vain")
                .until(() -> log.lines().stream().anyMatch(line -> line.contains("Route poll-timer broke down")));
        List<String> waiting = files(spool());
        wattline.database().comeBack();
        await("the spool is drained by itself").until(() -> files(spool()).isEmpty());
        await("each is named").untilAsserted(() -> assertThat(waiting)
                .allSatisfy(file -> assertThat(log.lines()).anyMatch(line -> line.contains(file + " has been kept"))));
        assertThat(wattline.context().getStatus().isStarted()).isTrue();
        mustBeWhole();
    }

    @Test
    void the_cursor_stands_before_what_waits_in_files() throws Exception {
        pageHasCome.act(() -> {
            stopDraining();
            wattline.database().goAway();
        });
        await().until(() -> !files(spool()).isEmpty());
        wattline.context().getRouteController().stopRoute("poll-timer");
        await("workers are done").until(() -> wattline.context().getInflightRepository().size("poll-channel") == 0);
        wattline.database().comeBack();
        List<String> files = files(spool());
        assertThat(files).isNotEmpty().allSatisfy(file -> {
            String[] launcher = file.replace(".json", "").split("-");
            assertThat(wattline.value("select cursor is null or cursor <= to_timestamp(?) from poll_state "
                    + "where channel_id = ?", Long.parseLong(launcher[2]),
                    Integer.parseInt(launcher[1]))).as(file).isEqualTo(true);
        });
        assertThat(log.lines())
                .filteredOn(line -> line.contains("goes to the spool"))
                .hasSizeGreaterThanOrEqualTo(files.size());
        wattline.context().getRouteController().startRoute("poll-timer");
        wattline.context().getRouteController().startRoute("dead-letters-drain");
        await().until(() -> files(spool()).isEmpty());
        mustBeWhole();
    }

    @Test
    void a_spool_that_cannot_be_written_is_said_clearly_and_the_source_is_asked_again() throws Exception {
        pageHasCome.act(() -> {
            stopDraining();
            replaceByFile(spool());
            wattline.database().goAway();
        });
        await().until(() -> log.lines().stream()
                .anyMatch(line -> line.startsWith("ERROR channel 6100") && line.contains("spool.directory")));
        assertThat(log.lines()).anyMatch(line -> line.contains("the window is asked for again"));
        wattline.database().comeBack();
        Files.delete(spool());
        wattline.context().getRouteController().startRoute("dead-letters-drain");
        mustBeWhole();
    }

    @Test
    void a_damaged_file_is_moved_aside_and_holds_up_nobody() throws Exception {
        await().until(() -> ((Number) wattline.value("select count(*) from poll_state "
                + "where last_success_at is not null")).intValue() == 3);
        byte[] damaged = {'{', '"', 'c', (byte) 0xff, 0, '\n'};
        for (int i = 0; i < 60; i++) {
            Files.write(spool().resolve("a-damaged-" + i + ".json"), damaged);
        }
        Files.writeString(spool().resolve("b-other.json"), "{\"channelId\": 61001, \"start\": \"yesterday\"}");
        await("more files than are taken at once").until(() -> files(spool()).isEmpty());
        assertThat(files(spool().resolve("unreadable"))).hasSize(61);
        assertThat(spool().resolve("unreadable/a-damaged-7.json")).hasBinaryContent(damaged);
        await().untilAsserted(() -> assertThat(log.lines()).anyMatch(line -> line.startsWith("ERROR Spool: "
                + "b-other.json cannot be read") && line.contains("unreadable/") && line.contains("intervalSeconds")));
        mustBeWhole();
    }

    /** Time goes on, so that polls that failed are due again. */
    private void mustBeWhole() {
        await("every channel is up to date").until(() -> {
            clock.advance(Duration.ofMinutes(1));
            return ((Number) wattline.value("select count(*) from poll_state where cursor >= '2026-03-08T00:00:00Z'"))
                            .intValue()
                    == 3;
        });
        for (PlantChannel channel : wattline.simulator().plant().channels()) {
            KeptReadings.mustBeTrue(
                    wattline.database().dataSource(), wattline.simulator().truth(), channel.channelId(), HISTORY);
            int bad = wattline.simulator().truth().badReadings(channel.channelId(), HISTORY).size();
            assertThat(bad).isPositive();
            assertThat(((Number) wattline.value("select count(*) from dead_letters where channel_id = ? "
                    + "and (reading_timestamp is null or not (reading_timestamp >= ?::timestamptz"
                    + " and reading_timestamp < now()))", channel.channelId(), HISTORY.end().toString())).intValue())
                    .as("each bad reading of channel %d is there once", channel.channelId()).isEqualTo(bad);
        }
    }

    private void stopDraining() {
        try {
            wattline.context().getRouteController().stopRoute("dead-letters-drain");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void replaceByFile(Path spool) {
        try {
            if (Files.isDirectory(spool)) {
                Files.delete(spool);
            }
            Files.writeString(spool, "not a folder");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path spool() {
        return folder.resolve("spool");
    }

    private static List<String> files(Path spool) {
        if (!Files.isDirectory(spool)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(spool)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
