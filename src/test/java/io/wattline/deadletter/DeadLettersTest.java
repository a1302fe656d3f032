package io.wattline.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.reading.Violation;
import io.wattline.testing.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final DeadLetters letters = new DeadLetters(DATABASE.dataSource());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void fill() {
        DATABASE.execute("truncate dead_letters restart identity");
        for (int i = 1; i <= 5; i++) {
            DATABASE.execute(
                    "insert into dead_letters (received_at, stage, channel_id, reading_timestamp, rule, reason,"
                            + " payload, run_id) values ('"
                            + NOON.plusSeconds(i * 60) + "', 'validate', " + (i % 2 == 0 ? 12 : 13) + ", '" + NOON
                            + "', '" + (i < 4 ? "power-range" : "grid") + "', 'r" + i + "', '{\"n\":" + i + "}', 7)");
        }
        DATABASE.execute("insert into dead_letters (received_at, stage, rule, reason, payload) values ('" + NOON
                + "', 'normalise', 'not-json', 'x', '\"<html>\"')");
    }

    @Test
    void the_newest_come_first_up_to_the_limit() throws SQLException {
        assertThat(letters.list(DeadLetterFilter.open(), 3)).extracting(DeadLetter::id).containsExactly(5L, 4L, 3L);
    }

    @Test
    void filters_add_up() throws SQLException {
        assertThat(ids(new DeadLetterFilter("open", 13, null, null, List.of()))).containsExactly(5L, 3L, 1L);
        assertThat(ids(new DeadLetterFilter("open", 13, "power-range", null, List.of()))).containsExactly(3L, 1L);
        assertThat(ids(new DeadLetterFilter(null, null, null, NOON.plusSeconds(240), List.of())))
                .containsExactly(5L, 4L);
        assertThat(ids(new DeadLetterFilter("open", null, null, null, List.of(2L, 99L)))).containsExactly(2L);
        assertThat(ids(new DeadLetterFilter("replayed", null, null, null, List.of()))).isEmpty();
        assertThat(ids(new DeadLetterFilter(null, null, "'; drop table dead_letters; --", null, List.of()))).isEmpty();
    }

    @Test
    void rules_are_counted_beyond_the_limit() throws SQLException {
        assertThat(letters.countsByRule(DeadLetterFilter.open()))
                .containsExactly(Map.entry("power-range", 3L), Map.entry("grid", 2L), Map.entry("not-json", 1L));
    }

    @Test
    void a_letter_is_shown_whole_also_without_channel_and_time() throws SQLException {
        assertThat(letters.show(1)).hasValueSatisfying(letter -> {
            assertThat(letter.payload()).isEqualTo("{\"n\": 1}");
            assertThat(letter.readingTimestamp()).isEqualTo(NOON);
            assertThat(letter.runId()).isEqualTo(7);
        });
        assertThat(letters.show(6)).hasValueSatisfying(letter -> {
            assertThat(letter.channelId()).isNull();
            assertThat(letter.readingTimestamp()).isNull();
            assertThat(letter.runId()).isNull();
        });
        assertThat(letters.show(99)).isEmpty();
    }

    @Test
    void discarding_keeps_the_row_with_reason_and_name_and_does_it_once() throws SQLException {
        assertThat(letters.discard(List.of(1L, 2L, 99L), "meter was swapped", "ann")).containsExactlyInAnyOrder(1L, 2L);
        assertThat(letters.discard(List.of(1L), "again", "bob")).isEmpty();
        assertThat(letters.show(1)).hasValueSatisfying(letter -> {
            assertThat(letter.status()).isEqualTo(DeadLetter.DISCARDED);
            assertThat(letter.closedBy()).isEqualTo("ann");
            assertThat(letter.closeReason()).isEqualTo("meter was swapped");
            assertThat(letter.closedAt()).isNotNull();
        });
        assertThat(letters.countsByRule(new DeadLetterFilter(null, null, null, null, List.of()))
                        .values())
                .containsExactly(3L, 2L, 1L);
    }

    @Test
    void replay_closes_what_is_kept_and_gives_the_rest_todays_reasons() throws SQLException {
        List<ReplayRun.Step> steps = new ArrayList<>();
        ReplayRun.Tally tally = replaying(
                        letter -> letter.channelId() == 12
                                ? Replay.Outcome.kept()
                                : new Replay.Outcome(List.of(
                                        new Violation("voltage-range", "too low"), new Violation("grid", "off"))),
                        steps)
                .run(new DeadLetterFilter("open", null, "power-range", null, List.of()));
        assertThat(tally).isEqualTo(new ReplayRun.Tally(1, 2, 0, false));
        assertThat(steps)
                .extracting(step -> step.letter().id() + " " + step.outcome())
                .containsExactly("1 rejected", "2 kept", "3 rejected");
        assertThat(letters.show(2)).hasValueSatisfying(letter -> {
            assertThat(letter.status()).isEqualTo(DeadLetter.REPLAYED);
            assertThat(letter.closedBy()).isEqualTo("ann");
        });
        assertThat(letters.show(1)).hasValueSatisfying(letter -> {
            assertThat(letter.status()).isEqualTo(DeadLetter.OPEN);
            assertThat(letter.rule()).isEqualTo("voltage-range");
            assertThat(letter.reason()).isEqualTo("too low; off");
            assertThat(letter.failures()).contains("voltage-range", "grid");
            assertThat(letter.timesSeen()).as("a replay is no arrival").isEqualTo(1);
        });
    }

    @Test
    void a_breakdown_leaves_its_letter_as_it_is_and_the_next_is_tried() throws SQLException {
        ReplayRun.Tally tally = replaying(letter -> {
            if (letter.id() == 3) {
                throw new IOException("database away");
            }
            return Replay.Outcome.kept();
        }, new ArrayList<>()).run(DeadLetterFilter.open());
        assertThat(tally).isEqualTo(new ReplayRun.Tally(5, 0, 1, false));
        assertThat(letters.show(3))
                .hasValueSatisfying(letter -> assertThat(letter.status()).isEqualTo(DeadLetter.OPEN));
    }

    @Test
    void breakdowns_in_a_row_end_it() throws SQLException {
        List<ReplayRun.Step> steps = new ArrayList<>();
        ReplayRun.Tally tally = replaying(letter -> {
            throw new IOException("database away");
        }, steps).run(DeadLetterFilter.open());
        assertThat(tally).isEqualTo(new ReplayRun.Tally(0, 0, 3, true));
        assertThat(steps).hasSize(3).allSatisfy(step -> assertThat(step.reason()).isEqualTo("database away"));
    }

    @Test
    void letters_that_come_during_a_replay_wait_for_the_next() throws SQLException {
        ReplayRun.Tally tally = replaying(
                        letter -> {
                            DATABASE.execute(
                                    "insert into dead_letters (stage, rule, reason, payload) values ('validate',"
                                            + " 'grid', 'new', '{\"after\": "
                                            + letter.id() + "}')");
                            return Replay.Outcome.kept();
                        },
                        new ArrayList<>())
                .run(DeadLetterFilter.open());
        assertThat(tally.kept()).isEqualTo(6);
        assertThat(letters.list(DeadLetterFilter.open(), 100)).hasSize(6);
    }

    private ReplayRun replaying(Replay replay, List<ReplayRun.Step> steps) {
        return new ReplayRun(letters, replay, "ann", steps::add);
    }

    private List<Long> ids(DeadLetterFilter filter) throws SQLException {
        return letters.list(filter, 100).stream().map(DeadLetter::id).toList();
    }
}
