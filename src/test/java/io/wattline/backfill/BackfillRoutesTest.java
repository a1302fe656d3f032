package io.wattline.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.PlantChannel;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.Interval;
import io.wattline.testing.MovableClock;
import io.wattline.testing.Patience;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A backfill job (routes/backfill.camel.yaml): windows, their order, what becomes of them, and what it leaves alone.
 */
class BackfillRoutesTest {

    private static final Plant PLANT = Plant.of(4, 7);
    private static final int ONE = 61001;
    private static BackfillStage stage;

    @BeforeAll
    static void start() {
        stage = new BackfillStage(
                SimulatorSettings.of(PLANT, new MovableClock(Instant.parse("2026-03-10T12:07:00Z"))), Map.of());
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void a_range_is_read_in_windows_and_the_table_is_what_the_source_holds() {
        stage.begin();
        Interval range = stage.days(20, 2);
        BackfillJob job = stage.read(range);
        assertThat(job)
                .returns("done", BackfillJob::state)
                .returns(4, BackfillJob::channels)
                .returns(job.windows(), BackfillJob::windowsOver)
                .returns(0, BackfillJob::windowsFailed)
                .returns(4 * 18 * 96L, BackfillJob::inserted);
        assertThat(job.windows()).isBetween(4 * 3, 4 * 4);
        stage.mustBeTrue(PLANT.channels(), range);
        assertThat(stage.count("readings")).isEqualTo(4 * 18 * 96L);
        assertThat(stage.wattline.rows("select distinct r.kind from readings join runs r using (run_id)"))
                .containsExactly(Map.of("kind", "backfill"));
        assertThat(stage.count("backfill_windows where attempts <> 1 or state <> 'done' or run_id is null")).isZero();
    }

    @Test
    void live_polling_remembers_nothing_of_a_backfill() {
        stage.begin();
        List<Map<String, Object>> before = stage.wattline.rows("select p::text from poll_state p order by channel_id");
        stage.read(stage.days(3, 0));
        assertThat(stage.wattline.rows("select p::text from poll_state p order by channel_id"))
                .isNotEmpty()
                .isEqualTo(before);
    }

    @Test
    void only_the_channels_that_were_named_are_read() {
        stage.begin();
        BackfillJob job = stage.read(stage.days(3, 2), ONE, ONE + 2);
        assertThat(job.channels()).isEqualTo(2);
        assertThat(stage.wattline.rows("select distinct channel_id from readings order by 1"))
                .extracting(row -> row.get("channel_id"))
                .containsExactly(ONE, ONE + 2);
    }

    @Test
    void a_channel_that_nobody_knows_is_refused_and_a_range_with_nothing_to_read_opens_no_job() {
        stage.begin();
        assertThatThrownBy(() -> stage.backfills.openRange(List.of(ONE, 99), stage.days(3, 2), "test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("channel 99 does not exist")
                .hasMessageContaining("nearest: 61001");
        assertThat(stage.backfills.openRange(List.of(), stage.days(-2, -4), "test")).isEmpty();
        assertThat(stage.count("backfill_jobs")).isZero();
    }

    @Test
    void what_is_there_already_is_not_rewritten() {
        stage.begin();
        stage.read(stage.days(3, 1));
        List<Map<String, Object>> before = stage.wattline.rows("select ctid::text, xmin::text from readings "
                + "order by channel_id, \"timestamp\"");
        BackfillJob again = stage.read(stage.days(3, 1));
        assertThat(again.inserted() + again.updated()).isZero();
        assertThat(stage.wattline.rows("select ctid::text, xmin::text from readings "
                + "order by channel_id, \"timestamp\"")).isNotEmpty().isEqualTo(before);
    }

    private static List<PlantChannel> one() {
        return List.of(PLANT.channel(ONE));
    }

    @Test
    void a_range_ends_at_the_last_interval_that_is_over() {
        stage.begin();
        Instant today = Interval.floor(stage.clock.instant(), BackfillStage.DAY);
        assertThat(stage.read(stage.days(1, -3), ONE).state()).isEqualTo("done");
        stage.mustBeTrue(one(), new Interval(today.minus(BackfillStage.DAY), Instant.parse("2026-03-10T12:00:00Z")));
        assertThat(stage.count("readings where \"timestamp\" >= '2026-03-10T12:00:00Z'")).isZero();
    }

    @Test
    void who_waits_for_a_job_waits_for_the_search_for_gaps_after_it_too() throws Exception {
        stage.begin();
        long job = stage.backfills.openRange(List.of(ONE), stage.days(3, 2), "test").orElseThrow();
        BackfillWorkers workers =
                stage.wattline.context().getRegistry().lookupByNameAndType("backfillWorkers", BackfillWorkers.class);
        BackfillJobRunner runner = new BackfillJobRunner(
                stage.backfills,
                id -> stage.wattline.request("direct:backfill-begin", id),
                workers::areIdle,
                Duration.ofSeconds(1));
        CompletableFuture<BackfillJob> end;
        try (Connection other = stage.wattline.database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtext('wattline data_gaps'))");
            end = CompletableFuture.supplyAsync(() -> runner.await(job, progress -> { }, () -> false));
            await().until(() -> stage.job(job).isOver());
            await().during(Duration.ofMillis(700)).until(() -> !end.isDone());
            statement.execute("select pg_advisory_unlock(hashtext('wattline data_gaps'))");
        }
        assertThat(end.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS).state()).isEqualTo("done");
        assertThat(workers.areIdle()).isTrue();
    }
}
