package io.wattline.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.reading.Interval;
import io.wattline.reading.PollSettings;
import io.wattline.settings.Settings;
import io.wattline.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code find_gaps()} and {@code find_new_gaps()} write into {@code data_gaps}, case by case. Channel 1 is
 * installed at midnight of the 5th; it is noon.
 */
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
        assertThat(gaps.open()).containsExactly("1|05 00:00|05 01:00|no_data_from_source", "1|05 02:00|05 "
                + "02:15|no_data_from_source",
                "1|05 11:00|05 11:45|no_data_from_source", "1|05 11:45|05 12:00|not_yet_due");
        assertThat(gaps.rows("select missing_slots, fillable, attempts, next_attempt_at = detected_at + interval '1 "
                + "hour' from data_gaps order by gap_start"))
                .containsExactly("4|t|0|t", "1|t|0|t", "3|t|0|t", "1|null|0|null");
    }

    @Test
    void a_channel_without_any_reading_is_one_gap() {
        find();
        assertThat(gaps.open()).containsExactly("1|05 00:00|05 11:45|no_data_from_source", "1|05 11:45|05 "
                + "12:00|not_yet_due");
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
        assertThat(gaps.rows("select count(*), min(detected_at) at time zone 'UTC', min(last_seen_at) at time zone "
                + "'UTC', max(gap_id) from data_gaps"))
                .containsExactly("3|2026-01-05 12:00:00|2026-01-05 12:00:01|3");
    }

    @Test
    void a_gap_is_cut_by_reason() {
        gaps.execute("delete from ingestion_logs; insert into dead_letters (stage, channel_id, reading_timestamp, "
                + "rule, reason, payload) values ('validate', 1, '2026-01-05T03:15Z', 'r', 'x', '{}'), "
                + "('validate', 1, '2026-01-05T11:45Z', 'r', 'x', '{}'); "
                + "insert into planned_pauses (channel_id, pause_start, pause_end, reason) "
                + "values (1, '2026-01-05T05:05Z', '2026-01-05T06:00Z', 'works')");
        gaps.asked(1, "2026-01-05T02:00Z", "2026-01-05T04:00Z", "success");
        gaps.asked(1, "2026-01-05T03:00Z", "2026-01-05T08:00Z", "failed");
        find();
        assertThat(gaps.open()).containsExactly("1|05 00:00|05 02:00|api_failure", "1|05 02:00|05 "
                + "03:15|no_data_from_source", "1|05 03:15|05 03:30|rejected",
                "1|05 03:30|05 04:00|no_data_from_source", "1|05 04:00|05 05:00|api_failure", "1|05 05:00|05 "
                        + "06:00|planned", "1|05 06:00|05 11:45|api_failure",
                "1|05 11:45|05 12:00|rejected");
        assertThat(gaps.rows("select fillable, next_attempt_at from data_gaps where reason = 'planned'"))
                .containsExactly("f|null");
    }

    /** 'paused': its subscription has ended, status 402. */
    @ParameterizedTest
    @ValueSource(strings = {"dead", "paused"})
    void a_dead_channel_is_the_reason_for_what_it_has_never_answered(String state) {
        gaps.execute("delete from ingestion_logs; insert into poll_state (channel_id, state) values (1, '" + state
                + "')");
        gaps.asked(1, "2026-01-05T00:00Z", "2026-01-05T04:00Z", "success");
        find();
        assertThat(gaps.open()).containsExactly("1|05 00:00|05 04:00|no_data_from_source", "1|05 04:00|05 "
                + "11:45|channel_dead", "1|05 11:45|05 12:00|not_yet_due");
    }

    @Test
    void a_perfect_system_is_complete_while_slots_are_in_progress() throws SQLException {
        gaps.channel(2, 3600, "2026-01-05T00:00Z");
        gaps.readings(1, "2026-01-05T00:00Z", "2026-01-05T11:45Z");
        gaps.readings(2, "2026-01-05T00:00Z", "2026-01-05T11:00Z");
        Instant now = Instant.parse("2026-01-05T12:10:00Z");
        Gaps table = new Gaps(
                DATABASE.dataSource(),
                Settings.defaults(GapSettings.class, Map.of("gaps.tolerance", "13m")),
                Settings.defaults(PollSettings.class, Map.of("readings.poll.delay", "2m")),
                Clock.fixed(now, ZoneOffset.UTC));
        Completeness complete =
                table.completeness(new GapSearch(new Interval(Instant.parse("2026-01-01T00:00:00Z"), now), List.of()));
        assertThat(complete).as("due: until 11:45 and 11:00").isEqualTo(new Completeness(47 + 11, 47 + 11, 0, 0, 1.0));
        assertThat(table.completeness(new GapSearch(new Interval(now.minusSeconds(60), now), List.of())))
                .as("nothing is due")
                .isEqualTo(new Completeness(0, 0, 0, 0, null));
    }

    @Test
    void an_ended_subscription_is_the_reason_for_what_the_source_refuses_since_then() {
        gaps.execute("delete from ingestion_logs; insert into poll_state (channel_id, state) values (1, 'paused')");
        find();
        assertThat(gaps.open()).containsExactly("1|05 00:00|05 11:45|channel_dead", "1|05 11:45|05 12:00|not_yet_due");
    }

    @Test
    void
            a_history_that_is_being_fetched_has_gaps_as_far_as_it_was_fetched_and_all_gaps_afterwards() {
        gaps.execute("delete from ingestion_logs; insert into poll_state (channel_id) values (1)");
        assertThat(find() + gaps.findNew(NOON)).as("nobody has asked yet").isEqualTo("0|0|00|0|0");
        gaps.asked(1, "2026-01-05T00:00Z", "2026-01-05T04:00Z", "success");
        gaps.readings(1, "2026-01-05T01:00Z", "2026-01-05T04:00Z");
        gaps.execute("update poll_state set cursor = '2026-01-05T04:00Z'");
        gaps.findNew("2026-01-05T12:01Z");
        assertThat(gaps.open()).as("it has come to four o'clock").containsExactly("1|05 00:00|05 "
                + "01:00|no_data_from_source");
        gaps.asked(1, "2026-01-05T04:00Z", NOON, "success");
        gaps.readings(1, "2026-01-05T06:00Z", NOON);
        gaps.execute("update poll_state set cursor = '2026-01-05T12:00Z', filled_at = '2026-01-05T12:02Z'");
        gaps.findNew("2026-01-05T12:03Z");
        assertThat(gaps.open()).containsExactly("1|05 00:00|05 01:00|no_data_from_source", "1|05 04:00|05 "
                + "06:00|no_data_from_source");
        assertThat(gaps.closed()).isEmpty();
    }

    @Test
    void an_hourly_channel_has_gaps_of_whole_hours() {
        gaps.channel(2, 3600, "2026-01-05T00:30Z");
        gaps.readings(2, "2026-01-05T02:00Z", "2026-01-05T12:00Z");
        gaps.execute("delete from readings where channel_id = 2 and \"timestamp\" = '2026-01-05T05:00Z'");
        find();
        assertThat(gaps.open()).filteredOn(gap -> gap.startsWith("2")).containsExactly("2|05 01:00|05 "
                + "02:00|api_failure", "2|05 05:00|05 06:00|api_failure");
    }

    @Test
    void a_row_off_the_grid_or_adopted_with_a_doubt_fills_nothing() {
        gaps.readings(1, "2026-01-05T00:00Z", NOON);
        gaps.execute("update readings set data_quality = 'suspect', quality_method = 'adopted-zero' "
                + "where \"timestamp\" = '2026-01-05T03:00Z'; "
                + "update readings set \"timestamp\" = '2026-01-05T04:03Z' where \"timestamp\" = '2026-01-05T04:00Z'");
        find();
        assertThat(gaps.open()).containsExactly("1|05 03:00|05 03:15|no_data_from_source", "1|05 04:00|05 "
                + "04:15|no_data_from_source");
    }

    @Test
    void a_filled_middle_parts_a_gap_and_stays_as_history_with_who_filled_it() {
        find();
        gaps.execute("update data_gaps set attempts = 2, next_attempt_at = '2026-01-06T00:00Z', last_answer = "
                + "'nothing' where reason <> 'not_yet_due'");
        gaps.readings(1, "2026-01-05T03:00Z", "2026-01-05T04:00Z");
        assertThat(find()).isEqualTo("0|1|0");
        assertThat(gaps.open()).containsExactly("1|05 00:00|05 03:00|no_data_from_source", "1|05 04:00|05 "
                + "11:45|no_data_from_source", "1|05 11:45|05 12:00|not_yet_due");
        assertThat(gaps.rows("select attempts, next_attempt_at at time zone 'UTC', last_answer, missing_slots "
                + "from data_gaps where closed_at is null and fillable order by gap_start"))
                .containsExactly("2|2026-01-06 00:00:00|nothing|12", "2|2026-01-06 00:00:00|nothing|31");
        assertThat(gaps.closed()).containsExactly("1|05 03:00|05 04:00|no_data_from_source|filled source 7");
    }

    @Test
    void a_gap_that_is_filled_as_a_whole_is_closed_itself_and_says_whether_an_estimate_did_it() {
        gaps.readings(1, "2026-01-05T01:00Z", "2026-01-05T02:00Z");
        gaps.readings(1, "2026-01-05T03:00Z", "2026-01-05T04:00Z");
        gaps.readings(1, "2026-01-05T05:00Z", NOON);
        find();
        gaps.readings(1, "2026-01-05T00:00Z", "2026-01-05T01:00Z");
        gaps.readings(1, "2026-01-05T02:00Z", "2026-01-05T03:00Z");
        gaps.readings(1, "2026-01-05T04:00Z", "2026-01-05T05:00Z");
        gaps.execute("update readings set data_quality = 'estimated', run_id = 8 "
                + "where \"timestamp\" >= '2026-01-05T02:00Z' and \"timestamp\" < '2026-01-05T03:00Z'; "
                + "update readings set data_quality = 'estimated', run_id = 9 "
                + "where \"timestamp\" = '2026-01-05T04:15Z'");
        assertThat(find()).isEqualTo("0|3|0");
        assertThat(gaps.open()).isEmpty();
        assertThat(gaps.closed())
                .containsExactly(
                        "1|05 00:00|05 01:00|no_data_from_source|filled source 7",
                        "1|05 02:00|05 03:00|no_data_from_source|filled estimated 8",
                        "1|05 04:00|05 05:00|no_data_from_source|filled mixed 9");
        assertThat(gaps.rows("select max(gap_id), bool_and(filled_at = closed_at and next_attempt_at is null) "
                + "from data_gaps")).containsExactly("3|t");
    }

    @Test
    void neighbours_that_have_the_same_reason_now_are_one_gap_with_the_most_attempts_and_the_earliest_turn() {
        gaps.execute("delete from ingestion_logs");
        gaps.asked(1, "2026-01-05T00:00Z", "2026-01-05T04:00Z", "success");
        find();
        gaps.execute("update data_gaps set attempts = 1, next_attempt_at = '2026-01-05T18:00Z' "
                + "where gap_start = '2026-01-05T00:00Z'; "
                + "update data_gaps set attempts = 3, next_attempt_at = '2026-01-12T00:00Z', last_attempt_at = "
                + "'2026-01-05T11:00Z', last_answer = 'late' where gap_start = '2026-01-05T04:00Z'");
        gaps.asked(1, "2026-01-05T04:00Z", NOON, "success");
        find("2026-01-05T12:01Z");
        assertThat(gaps.open()).containsExactly("1|05 00:00|05 11:45|no_data_from_source", "1|05 11:45|05 "
                + "12:00|not_yet_due");
        assertThat(gaps.closed()).containsExactly("1|05 04:00|05 11:45|api_failure|merged");
        assertThat(gaps.rows("select attempts, next_attempt_at at time zone 'UTC', last_answer, detected_at at time "
                + "zone 'UTC' from data_gaps where closed_at is null and fillable"))
                .containsExactly("3|2026-01-05 18:00:00|late|2026-01-05 12:00:00");
    }

    @Test
    void what_was_given_up_stays_apart_from_what_has_not_been_asked_for_yet() {
        find();
        gaps.execute("update data_gaps set fillable = false, next_attempt_at = null, attempts = 4 where fillable");
        find("2026-01-05T13:00Z");
        assertThat(gaps.rows("select to_char(gap_start at time zone 'UTC', 'HH24:MI'), to_char(gap_end at time zone "
                        + "'UTC', 'HH24:MI'), reason, fillable, attempts from data_gaps "
                        + "where closed_at is null order by gap_start"))
                .containsExactly(
                        "00:00|11:45|no_data_from_source|f|4",
                        "11:45|12:45|no_data_from_source|t|0",
                        "12:45|13:00|not_yet_due|null|0");
    }

    @Test
    void a_gap_in_which_nothing_is_expected_any_more_is_closed_as_such() {
        find();
        gaps.execute("update channels set uninstalled_at = '2026-01-05T08:00Z'");
        assertThat(find()).isEqualTo("0|0|1");
        gaps.execute("update channels set active = false, inactive_since = '2026-01-04T00:00Z'");
        find();
        assertThat(gaps.open()).isEmpty();
        assertThat(gaps.closed())
                .containsExactly(
                        "1|05 00:00|05 08:00|no_data_from_source|not_expected",
                        "1|05 08:00|05 11:45|no_data_from_source|not_expected");
    }

    @Test
    void what_is_only_not_due_yet_leaves_no_history_and_is_found_anew_when_it_is_due() {
        gaps.readings(1, "2026-01-05T00:00Z", "2026-01-05T11:45Z");
        assertThat(find()).isEqualTo("0|0|0");
        assertThat(find("2026-01-05T12:15Z")).isEqualTo("1|0|0");
        assertThat(gaps.rows("select detected_at at time zone 'UTC', next_attempt_at at time zone 'UTC' "
                + "from data_gaps where fillable"))
                .containsExactly("2026-01-05 12:15:00|2026-01-05 13:15:00");
        gaps.readings(1, "2026-01-05T12:00Z", "2026-01-05T12:15Z");
        find("2026-01-05T12:16Z");
        assertThat(gaps.rows("select count(*) from data_gaps where reason = 'not_yet_due'")).containsExactly("0");
    }

    @Test
    void a_channel_of_unknown_installation_is_expected_from_its_first_reading_or_from_history_on() {
        gaps.channel(2, 900, null);
        gaps.channel(3, 900, null);
        gaps.readings(3, "2025-12-20T00:00Z", "2025-12-20T00:15Z");
        gaps.findNew("2026-01-05T12:00Z");
        assertThat(gaps.rows("select channel_id, min(gap_start) at time zone 'UTC' from data_gaps group by 1 "
                + "order by 1"))
                .containsExactly("1|2026-01-05 00:00:00", "2|2025-12-26 12:00:00", "3|2025-12-20 00:15:00");
    }

    @Test
    void a_search_for_what_is_new_does_not_go_back_beyond_what_was_ever_asked_for_but_a_search_of_a_range_does() {
        gaps.execute("update channels set installed_at = '2025-01-01T00:00Z'");
        gaps.findNew(NOON);
        assertThat(gaps.rows("select min(gap_start) at time zone 'UTC' from data_gaps"))
                .containsExactly("2025-12-26 12:00:00");
        gaps.find("2025-12-01T00:00Z", "2026-01-01T00:00Z", NOON);
        assertThat(gaps.rows("select min(gap_start) at time zone 'UTC' from data_gaps"))
                .containsExactly("2025-12-01 00:00:00");
    }

    @Test
    void what_a_contract_gains_and_what_is_deleted_is_found_by_the_search_for_what_is_new() {
        gaps.readings(1, "2026-01-05T00:00Z", NOON);
        gaps.findNew(NOON);
        gaps.execute("update channels set installed_at = '2026-01-04T23:00Z'; delete from readings "
                + "where \"timestamp\" = '2026-01-05T06:00Z'");
        assertThat(gaps.findNew(NOON)).isEqualTo("2|0|0");
        assertThat(gaps.open()).containsExactly("1|04 23:00|05 00:00|no_data_from_source", "1|05 06:00|05 "
                + "06:15|no_data_from_source");
        gaps.execute("update channels set interval_seconds = 1800");
        gaps.findNew(NOON);
        assertThat(gaps.open()).containsExactly("1|04 23:00|05 00:00|no_data_from_source", "1|05 06:00|05 "
                + "06:30|no_data_from_source");
    }

    @Test
    void a_pause_that_is_planned_later_or_given_up_changes_the_reason_of_open_gaps() {
        gaps.findNew(NOON);
        gaps.execute("insert into planned_pauses (organization_id, pause_start, reason) "
                + "values ('berlin', '2026-01-05T02:00Z', 'moving')");
        gaps.findNew(NOON);
        assertThat(gaps.open()).containsExactly("1|05 00:00|05 02:00|no_data_from_source", "1|05 02:00|05 "
                + "12:00|planned");
        gaps.execute("delete from planned_pauses");
        gaps.findNew(NOON);
        assertThat(gaps.open()).containsExactly("1|05 00:00|05 11:45|no_data_from_source", "1|05 11:45|05 "
                + "12:00|not_yet_due");
    }

    @Test
    void several_searches_at_once_do_no_more_than_one() throws Exception {
        gaps.readings(1, "2026-01-05T03:00Z", "2026-01-05T04:00Z");
        List<Future<String>> searches = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < 8; i++) {
                searches.add(pool.submit(() -> gaps.findNew(NOON)));
            }
            List<String> found = new ArrayList<>();
            for (Future<String> search : searches) {
                found.add(search.get());
            }
            assertThat(found).containsOnlyOnce("2|0|0").contains("0|0|0");
        } finally {
            pool.shutdown();
        }
        assertThat(gaps.open()).containsExactly("1|05 00:00|05 03:00|no_data_from_source", "1|05 04:00|05 "
                + "11:45|no_data_from_source", "1|05 11:45|05 12:00|not_yet_due");
    }

    @Test
    void an_attempt_that_is_counted_while_a_search_runs_is_not_lost() throws Exception {
        find();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update data_gaps set attempts = attempts + 1 where fillable");
            gaps.readings(1, "2026-01-05T03:00Z", "2026-01-05T04:00Z");
            Future<String> search = pool.submit(() -> find());
            await().until(() -> gaps.rows("select count(*) from pg_stat_activity where wait_event_type = 'Lock' "
                    + "and query like '%find_gaps%'").get(0).equals("1"));
            connection.commit();
            connection.setAutoCommit(true);
            assertThat(search.get()).isEqualTo("0|1|0");
        } finally {
            pool.shutdown();
        }
        assertThat(gaps.rows("select attempts from data_gaps where fillable and closed_at is null"))
                .containsExactly("1", "1");
    }
}
