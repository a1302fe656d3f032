package io.wattline.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code watch-canary}: what keeps a reading from being stored keeps the canary from arriving, and a canary is in no
 * total.
 */
class CanaryRoutesTest {

    private static final List<String> TABLES = List.of(
            "channels",
            "readings",
            "reading_history",
            "ingestion_logs",
            "channel_day_queue",
            "poll_state",
            "dead_letters");
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-02-03T12:05:00Z"));
    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() {
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(1, 1), CLOCK), CLOCK, Map.of("readings.history", "1d"));
        wattline.sync();
    }

    @AfterAll
    static void stop() {
        wattline.close();
    }

    @AfterEach
    void mend() {
        wattline.database()
                .execute("drop trigger if exists eats on readings; alter table readings drop constraint if exists"
                        + " refuses");
    }

    private static void canary() {
        wattline.request("direct:watch-canary", null);
    }

    @Test
    void it_goes_through_the_statement_that_keeps_readings_and_leaves_nothing_but_its_own_row() {
        List<Object> before = TABLES.stream().map(table -> wattline.value("select count(*) from " + table)).toList();
        canary();
        canary();
        assertThat(TABLES.stream()
                        .map(table -> wattline.value("select count(*) from " + table))
                        .toList())
                .isEqualTo(before);
        assertThat(wattline.value("select count(*) from canaries")).isEqualTo(1L);
        assertThat(wattline.value("select count(*) from readings where channel_id = 0")).isEqualTo(0L);
    }

    @Test
    void a_constraint_that_refuses_readings_refuses_the_canary() {
        wattline.database().execute("alter table readings add constraint refuses check (power_kw < 0) not valid");
        assertThatThrownBy(CanaryRoutesTest::canary).rootCause().hasMessageContaining("refuses");
    }

    @Test
    void a_trigger_that_loses_readings_without_a_word_is_found_out() {
        wattline.database()
                .execute("create or replace function eat() returns trigger language plpgsql as 'begin return null;"
                        + " end'; create trigger eats before insert on readings for each row execute function"
                        + " eat()");
        assertThatThrownBy(CanaryRoutesTest::canary)
                .rootCause()
                .hasMessageContaining("made {inserted=0")
                .hasMessageContaining("Readings would be lost");
    }

    @Test
    void a_table_that_is_not_there_keeps_it_from_arriving() {
        wattline.database().execute("alter table ingestion_logs rename to ingestion_logs_away");
        try {
            assertThatThrownBy(CanaryRoutesTest::canary).rootCause().hasMessageContaining("ingestion_logs");
        } finally {
            wattline.database().execute("alter table ingestion_logs_away rename to ingestion_logs");
        }
        canary();
    }
}
