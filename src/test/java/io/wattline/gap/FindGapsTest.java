package io.wattline.gap;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code find_gaps()} and {@code find_new_gaps()} write into {@code data_gaps}, case by case. Channel 1 is installed at midnight of the 5th; it is noon. */
class FindGapsTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String NOON = "2026-01-05T12:00Z";

    private final GapTable gaps = new GapTable(DATABASE);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void a_channel_that_answers() {
        gaps.clear();
        gaps.channel(1, 900, "2026-01-05T00:00Z");
        gaps.asked(1, "2026-01-01T00:00Z", "2026-01-10T00:00Z", "success");
    }

    private String find() {
        return find(NOON);
    }

    private String find(String now) {
        return gaps.find("2026-01-01T00:00Z", "2026-02-01T00:00Z", now);
    }

    @Test
    void leading_interior_and_trailing_gaps_are_found_as_half_open_spans_on_the_grid() {
        gaps.readings(1, "2026-01-05T01:00Z", "2026-01-05T02:00Z");
        gaps.readings(1, "2026-01-05T02:15Z", "2026-01-05T11:00Z");
        assertThat(find()).isEqualTo("3|0|0");
        assertThat(gaps.open()).containsExactly("1|05 00:00|05 01:00|no_data_from_source", "1|05 02:00|05 02:15|no_data_from_source",
                "1|05 11:00|05 11:45|no_data_from_source", "1|05 11:45|05 12:00|not_yet_due");
        assertThat(gaps.rows("select missing_slots, fillable, attempts, next_attempt_at = detected_at + interval '1 hour' from data_gaps order by gap_start"))
                .containsExactly("4|t|0|t", "1|t|0|t", "3|t|0|t", "1|null|0|null");
    }

    @Test
    void a_channel_without_any_reading_is_one_gap() {
        find();
        assertThat(gaps.open()).containsExactly("1|05 00:00|05 11:45|no_data_from_source", "1|05 11:45|05 12:00|not_yet_due");
    }

    @Test
    void where_nothing_is_missing_there_is_no_gap() {
        gaps.readings(1, "2026-01-05T00:00Z", NOON);
        assertThat(find()).isEqualTo("0|0|0");
        assertThat(gaps.open()).isEmpty();
    }

    @Test
    void searching_twice_changes_nothing_but_when_it_was_last_seen() {
        gaps.readings(1, "2026-01-05T02:00Z", "2026-01-05T03:00Z");
        find();
        assertThat(find("2026-01-05T12:00:01Z")).isEqualTo("0|0|0");
        assertThat(gaps.rows("select count(*), min(detected_at) at time zone 'UTC', min(last_seen_at) at time zone 'UTC', max(gap_id) from data_gaps"))
                .containsExactly("3|2026-01-05 12:00:00|2026-01-05 12:00:01|3");
    }

    @Test
    void a_gap_is_cut_by_reason() {
        gaps.execute("delete from ingestion_logs; insert into dead_letters (stage, channel_id, reading_timestamp, rule, reason, payload) values ('validate', 1, '2026-01-05T03:15Z', 'r', 'x', '{}'), "
                + "('validate', 1, '2026-01-05T11:45Z', 'r', 'x', '{}'); "
                + "insert into planned_pauses (channel_id, pause_start, pause_end, reason) values (1, '2026-01-05T05:05Z', '2026-01-05T06:00Z', 'works')");
        gaps.asked(1, "2026-01-05T02:00Z", "2026-01-05T04:00Z", "success");
        gaps.asked(1, "2026-01-05T03:00Z", "2026-01-05T08:00Z", "failed");
        find();
        assertThat(gaps.open()).containsExactly("1|05 00:00|05 02:00|api_failure", "1|05 02:00|05 03:15|no_data_from_source", "1|05 03:15|05 03:30|rejected",
                "1|05 03:30|05 04:00|no_data_from_source", "1|05 04:00|05 05:00|api_failure", "1|05 05:00|05 06:00|planned", "1|05 06:00|05 11:45|api_failure",
                "1|05 11:45|05 12:00|rejected");
        assertThat(gaps.rows("select fillable, next_attempt_at from data_gaps where reason = 'planned'")).containsExactly("f|null");
    }
}
