package io.wattline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which reports are due, and that each reaches all its recipients once. */
class ReportsDueTest {

    private static final ReportStage STAGE = new ReportStage();
    private static final String NIGHT = "{period: daily, at: '02:30', sites: ['1'], recipients: [a@example.org], "
            + "slack: true}";

    private final MovableClock clock = new MovableClock(ReportStage.NOW);

    @BeforeAll
    static void a_site_in_new_york_and_one_without_readings() {
        STAGE.site("1", 10);
        STAGE.site("2", 20);
        STAGE.readings("1", "2026-03-01T05:00Z", "2026-11-10T05:00Z", 7);
        STAGE.readings("2", "2026-03-01T05:00Z", "2026-03-02T05:00Z", 7);
        STAGE.refresh();
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @BeforeEach
    void nothing_was_reported() {
        STAGE.database.execute("truncate reports, report_deliveries restart identity");
    }

    private int makeDue(String schedules) {
        return new Reports(ReportStage.rules(schedules), new ReportStore(STAGE.database.dataSource(), clock), clock)
                .makeDue();
    }

    private void at(String time) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(time)));
    }

    private static List<String> deliveries() {
        return STAGE.database.rows("select r.period_start || ' ' || d.channel || ' ' || d.recipients "
                + "from report_deliveries d join reports r using (report_id) order by 1");
    }

    @Test
    void where_the_clock_skips_the_hour_the_report_is_made_once_after_it() {
        at("2026-03-08T07:29:00Z");
        assertThat(makeDue(NIGHT)).isZero();
        at("2026-03-08T07:31:00Z");
        assertThat(makeDue(NIGHT)).isEqualTo(1);
        at("2026-03-08T12:00:00Z");
        assertThat(makeDue(NIGHT)).isZero();
        assertThat(deliveries()).containsExactly("2026-03-07 email a@example.org", "2026-03-07 slack ");
    }

    @Test
    void where_an_hour_comes_twice_the_report_is_made_once_at_its_first_coming() {
        String schedule = NIGHT.replace("02:30", "01:30");
        at("2026-11-01T05:29:00Z");
        assertThat(makeDue(schedule)).isZero();
        at("2026-11-01T05:31:00Z");
        assertThat(makeDue(schedule)).isEqualTo(1);
        at("2026-11-01T06:31:00Z");
        assertThat(makeDue(schedule)).as("01:31 again").isZero();
        assertThat(deliveries()).hasSize(2);
    }

    @Test
    void two_entries_of_the_same_period_and_site_each_reach_their_recipients() {
        String both = NIGHT + ", " + NIGHT.replace("a@example.org", "b@example.org").replace("true", "false");
        assertThat(makeDue(both)).isEqualTo(2);
        assertThat(makeDue(both)).isZero();
        assertThat(deliveries()).containsExactly("2026-11-09 email a@example.org", "2026-11-09 email b@example.org",
                "2026-11-09 slack ");
    }

    @Test
    void killed_between_two_deliveries_the_next_turn_writes_the_one_that_is_missing() {
        makeDue(NIGHT);
        List<String> all = deliveries();
        for (String channel : List.of("email", "slack")) {
            STAGE.database.execute("update report_deliveries set state = 'sent', sent_at = now() - interval '1 day'; "
                    + "delete from report_deliveries where channel = '" + channel + "'");
            assertThat(makeDue(NIGHT)).as(channel).isEqualTo(1);
            assertThat(deliveries()).isEqualTo(all);
            assertThat(makeDue(NIGHT)).isZero();
        }
    }

    @Test
    void killed_before_any_delivery_the_report_is_made_at_the_next_turn() {
        makeDue(NIGHT);
        STAGE.database.execute("truncate report_deliveries");
        assertThat(makeDue(NIGHT)).isEqualTo(1);
        assertThat(deliveries()).hasSize(2);
    }

    @Test
    void a_site_of_which_nothing_came_is_reported_too() {
        assertThat(makeDue(NIGHT.replace("['1']", "['2']"))).isEqualTo(1);
        assertThat(deliveries()).hasSize(2);
    }
}
