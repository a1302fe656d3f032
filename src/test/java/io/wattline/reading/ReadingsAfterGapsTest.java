package io.wattline.reading;

import static io.wattline.reading.ReadingsStage.instant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wattline.channel.Channels;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.Simulator;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * After a long gap the first bin's energy is that of the whole gap: kept, marked, and marked the same however often and
 * from wherever it is asked for.
 */
class ReadingsAfterGapsTest {

    private static final int ONE = 61001;
    private static final Plant PLANT = Plant.of(1, 7);
    private static ReadingsStage stage;
    /** The bin after the gap. */
    private static Instant bin;

    @BeforeAll
    static void start() {
        Interval year = new Interval(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
        MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
        SimulatorSettings source = SimulatorSettings.of(PLANT, clock).withFaults(Set.of(Fault.CATCH_UP_ENERGY));
        try (Simulator simulator = Simulator.start(source)) {
            bin = simulator.truth().accumulated(ONE, year).iterator().next();
        }
        clock.advance(Duration.between(clock.instant(), bin.plus(Duration.ofHours(5)).plusSeconds(120)));
        stage = ReadingsStage.start(source, Map.of("readings.history", "10d"));
        stage.begin(Fault.CATCH_UP_ENERGY);
        stage.poll();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Map<String, Object> row() {
        return stage.wattline
                .rows(
                        "select r.*, (select max(\"timestamp\") from readings b where b.channel_id = r.channel_id and"
                            + " b.\"timestamp\" < r.\"timestamp\") as before from readings r where channel_id = ? and"
                            + " \"timestamp\" = ?",
                        ONE,
                        Timestamp.from(bin))
                .get(0);
    }

    @Test
    void the_bin_after_the_gap_is_suspect_says_why_and_is_the_exact_total_of_the_gap() {
        Map<String, Object> row = row();
        Instant since = instant(row.get("before")).plusSeconds(900);
        long slots = Duration.between(since, bin).toSeconds() / 900 + 1;
        assertThat(slots).isGreaterThan(20);
        assertThat(row)
                .containsEntry("data_quality", "suspect")
                .containsEntry("quality_method", "catch-up: energy of " + slots + " slots since " + since);
        assertThat((Double) row.get("energy_kwh"))
                .isCloseTo(
                        stage.wattline.simulator().truth().energyKwh(ONE, new Interval(since, bin.plusSeconds(900))),
                        within(1e-9));
        assertThat(stage.count("readings where data_quality <> 'measured'")).isEqualTo(1);
        assertThat(stage.count("dead_letters")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, -8, -400, 1})
    void a_window_that_begins_with_it_in_the_gap_or_before_changes_nothing(int slots) {
        List<Map<String, Object>> before = stage.places();
        Interval range = new Interval(bin.plusSeconds(900L * slots), bin.plus(Duration.ofHours(2)));
        assertThat(stage.askAgain(range).rejected()).isZero();
        assertThat(stage.places()).isEqualTo(before);
    }

    @Test
    void nor_does_a_poll_whose_look_back_begins_with_it() {
        List<Map<String, Object>> before = stage.places();
        stage.wattline
                .database()
                .execute("update poll_state set cursor = '" + bin.plus(Duration.ofHours(2)) + "', next_poll_at = null");
        stage.poll();
        assertThat(instant(stage.wattline.value("select start_time from ingestion_logs order by id desc limit 1")))
                .isEqualTo(bin);
        assertThat(stage.places()).isEqualTo(before);
        assertThat(stage.count("dead_letters")).isZero();
    }

    /** Else the energy of the gap would look like that of one slot, and the reading would be set aside. */
    @Test
    void estimates_that_stand_in_the_gap_do_not_change_what_the_reading_after_it_is() {
        Map<String, Object> before = row();
        stage.wattline
                .database()
                .execute(("insert into readings (channel_id, \"timestamp\", energy_kwh, data_quality, quality_method)"
                                + " select %d, slot, 1, 'estimated', 'like-day' from generate_series('%s'::timestamptz,"
                                + " '%s'::timestamptz - interval '1 s', interval '15 minutes') slot")
                        .formatted(ONE, instant(before.get("before")).plusSeconds(900), bin));
        assertThat(stage.askAgain(new Interval(bin, bin.plus(Duration.ofHours(2)))).rejected()).isZero();
        stage.wattline
                .database()
                .execute("update poll_state set cursor = '" + bin.plus(Duration.ofHours(2)) + "', next_poll_at = null");
        assertThat(stage.poll().rejected()).isZero();
        assertThat(new Channels(stage.wattline.database().dataSource()).lastReadingBefore(ONE, bin))
                .contains(instant(before.get("before")));
        assertThat(row())
                .containsEntry("quality_method", before.get("quality_method"))
                .containsEntry("energy_kwh", before.get("energy_kwh"));
        stage.wattline.database().execute("delete from readings where data_quality = 'estimated'");
    }
}
