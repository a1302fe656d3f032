package io.wattline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what is stored to forecasts, outcomes and track records, through the routes and a real database. */
class ForecastsRoutesTest {

    private static final Instant TODAY = Instant.parse("2026-03-20T09:40:00Z");

    private final MovableClock clock = new MovableClock(TODAY);
    private WattlineUnderTest wattline;

    @BeforeEach
    void start() {
        wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), clock), clock, Map.of(), RunMode.ONCE);
        execute("insert into organizations (organization_id, organization_name, timezone) values ('x', 'X', 'UTC'); "
                + "insert into devices (device_id, device_name, organization_id) values (900, 'gateway nine', 'x'), "
                + "(910, 'gateway ten', 'x'); "
                + "insert into devices (device_id, parent_id) values (901, 900), (911, 910); "
                + "insert into channels (channel_id, channel_name, organization_id, device_id, interval_seconds, "
                + "created_at) select c, 'channel ' || c, 'x', case when c < 10 then 901 else 911 end, 900, "
                + "'2025-12-01' from generate_series(1, 20) c; "
                + "insert into poll_state (channel_id) select generate_series(1, 20)");
    }

    @AfterEach
    void close() {
        wattline.close();
    }

    @Test
    void a_channel_that_loses_readings_every_day_is_forecast_to_miss_the_month_and_is_settled_right() {
        days("2026-01-01", "2026-03-20", "case when c = 1 then 1 else 0 end");
        days("2026-03-20", "2026-04-01", "case when c = 1 then 4 else 0 end");

        ForecastReport report = run();

        assertThat(report.problems()).isEmpty();
        assertThat(count("month")).isEqualTo(21);
        assertThat(row("channel:1")).containsEntry("warned", true).containsEntry("limit_value", 29.76);
        assertThat(row("channel:3")).containsEntry("warned", false);

        clock.advance(Duration.between(TODAY, Instant.parse("2026-04-04T00:40:00Z")));
        run();
        assertThat(wattline.rows("select happened, value, happened_at::text from forecast_outcomes join forecasts "
                + "using (forecast_id) where subject = 'channel:1' and kind = 'month'"))
                .containsExactly(Map.of("happened", true, "value", 67.0, "happened_at",
                        wattline.value("select '2026-03-23T00:00Z'::timestamptz::text")));
    }

    @Test
    void a_forecast_cannot_be_changed_or_deleted() {
        days("2026-01-01", "2026-03-20", "0");
        run();
        assertThatThrownBy(() -> execute("update forecasts set probability = 1"))
                .hasMessageContaining("is frozen");
        assertThatThrownBy(() -> execute("delete from forecasts")).hasMessageContaining("is frozen");
    }

    @Test
    void a_run_in_the_same_hour_makes_nothing_again_and_one_after_a_restart_makes_what_is_left() {
        days("2026-01-01", "2026-03-20", "0");
        run();
        List<Map<String, Object>> before = sentences();
        assertThat(run().made()).isZero();

        // as if the process had died between two kinds
        execute("truncate forecasts cascade; delete from forecast_samples where measure in ('forecasts:month')");
        wattline.restart();
        assertThat(run().made()).isEqualTo(21);
        assertThat(sentences()).isEqualTo(before).hasSize(21);
        assertThat(run().made()).isZero();
    }

    @Test
    void what_is_stored_of_tomorrow_changes_no_forecast() {
        days("2026-01-01", "2026-03-20", "case when c = 1 then 1 else 0 end");
        polls();
        run();
        List<Map<String, Object>> before = sentences();
        execute("truncate forecasts cascade; delete from forecast_samples");
        days("2026-03-20", "2026-04-10", "90");
        run();
        assertThat(sentences()).isEqualTo(before).hasSizeGreaterThan(20);
    }

    @Test
    void a_gateway_that_gets_worse_is_forecast_to_fail_and_settled_by_what_arrived_on_time() {
        String wear = "case when c < 10 and d >= '2026-03-11' then least(80, 9 * (d::date - date '2026-03-10')) "
                + "else 0 end";
        days("2026-01-01", "2026-03-20", wear);
        days("2026-03-20", "2026-03-23", wear);
        days("2026-03-23", "2026-04-01", "case when c < 10 then 96 else 0 end");
        polls();
        run();
        assertThat(wattline.rows("select subject, warned from forecasts where kind = 'gateway' order by subject"))
                .containsExactly(Map.of("subject", "gateway:900", "warned", true),
                        Map.of("subject", "gateway:910", "warned", false));

        clock.advance(Duration.ofDays(9));
        run();
        assertThat(wattline.rows("select happened, extract(epoch from happened_at - made_for) / 86400 as days "
                + "from forecast_outcomes join forecasts using (forecast_id) where kind = 'gateway' order by subject"))
                .extracting(row -> row.get("happened")).containsExactly(true, false);
        assertThat(wattline.value("select happened_at from forecast_outcomes where happened and value = 0"))
                .isEqualTo(wattline.value("select timestamptz '2026-03-23T00:00Z'"));
    }

    @Test
    void a_clock_that_runs_away_is_read_from_dead_letters_off_the_grid() {
        days("2026-02-20", "2026-03-20", "case when c < 10 then 90 else 0 end");
        execute("insert into dead_letters (received_at, stage, channel_id, reading_timestamp, rule, reason, payload) "
                + "select t, 'validate', c, t, 'timestamp-on-grid', 'r', jsonb_build_object('c', c, 't', t) from "
                + "generate_series(1, 9) c cross join generate_series(timestamptz '2026-02-20T00:00Z', "
                + "'2026-03-19T00:00Z', '1 day') d cross join lateral (select d + interval '15 minutes' * h + "
                + "interval '1 second' * (100 + 9 * (d::date - date '2026-02-20')) as t "
                + "from generate_series(0, 95) h) o");
        run();
        Map<String, Object> forecast = wattline.rows("select subject, probability > 0.5 as likely, due_low between "
                + "'2026-03-22' and '2026-03-28' as soon, sentence from forecasts where kind = 'clock'").get(0);
        assertThat(forecast).containsEntry("subject", "clock:900").containsEntry("likely", true)
                .containsEntry("soon", true);
        assertThat(forecast.get("sentence").toString()).contains("gateway nine");
    }

    @Test
    void a_database_that_grows_to_its_quota_and_a_backlog_are_forecast_from_samples_and_settled() {
        execute("insert into forecast_samples select 'database', d, 50 + 2 * (extract(epoch from d - "
                + "timestamptz '2026-03-01T00:00Z') / 86400), 100 from generate_series(timestamptz "
                + "'2026-03-01T00:00Z', '2026-03-20T09:00Z', '1 hour') d; "
                + "insert into forecast_samples select 'backfill', d, 1000 - 20 * (extract(epoch from d - timestamptz "
                + "'2026-03-19T00:00Z') / 3600), 'Infinity' from generate_series(timestamptz '2026-03-19T00:00Z', "
                + "'2026-03-20T08:00Z', '1 hour') d; "
                + "insert into forecast_samples values ('backfill', '2026-03-20T09:00Z', 320, 'Infinity')");
        run();
        assertThat(wattline.rows("select probability > 0.5 as likely, own_action from forecasts "
                        + "where subject = 'database'"))
                .containsExactly(Map.of("likely", true, "own_action",
                        "Wattline deletes nothing and changes no setting."));
        assertThat(wattline.rows("select probability < 0.1 as unlikely, due_low = '2026-03-21T01:40Z' as due from "
                + "forecasts where kind = 'backlog'")).containsExactly(Map.of("unlikely", true, "due", true));

        execute("insert into forecast_samples values ('backfill', '2026-03-21T02:00Z', 0, 'Infinity'), "
                + "('database', '2026-03-25T02:00Z', 101, 100), ('database', '2026-04-02T02:00Z', 115, 100)");
        clock.advance(Duration.ofDays(15));
        run();
        assertThat(wattline.rows("select kind, happened from forecast_outcomes join forecasts using (forecast_id) "
                + "where subject in ('database', 'backfill') order by kind"))
                .extracting(row -> row.get("kind") + " " + row.get("happened"))
                .containsExactly("backlog false", "full true");
    }

    @Test
    void a_forecast_of_late_readings_lengthens_the_look_back_until_it_is_over() {
        // every day a poll at midnight does not get the reading of 23:00; one at 6:00 does
        execute("insert into runs (kind, started_at) select 'poll', d + h * interval '6 hours' from "
                + "generate_series(timestamptz '2026-02-01T00:00Z', '2026-03-20T00:00Z', '1 day') d, "
                + "generate_series(0, 1) h order by 2; "
                + "insert into readings (channel_id, \"timestamp\", energy_kwh, run_id) select 3, started_at - "
                + "interval '7 hours', 1, run_id from runs where kind = 'poll' and extract(hour from started_at at "
                + "time zone 'UTC') = 6; "
                + "insert into ingestion_logs (organization_id, channel_id, start_time, end_time, status, run_id) "
                + "select 'x', 3, started_at - interval '1 day', started_at, 'success', run_id from runs "
                + "where kind = 'poll' and extract(hour from started_at at time zone 'UTC') = 0");
        run();
        assertThat(wattline.rows("select warned, limit_value, look_back_seconds from forecasts where kind = 'late' "
                + "and subject = 'channel:3'")).containsExactly(Map.of("warned", true, "limit_value", 7200.0,
                "look_back_seconds", 32_400));
        assertThat(wattline.rows("select look_back_seconds, look_back_reason from poll_state where channel_id = 3"))
                .containsExactly(Map.of("look_back_seconds", 32_400, "look_back_reason",
                        "A forecast says that readings will come later than the look-back reaches."));

        clock.advance(Duration.ofDays(8));
        run();
        assertThat(wattline.value("select count(*) from forecast_outcomes join forecasts using (forecast_id) "
                + "where kind = 'late' and happened")).isEqualTo(1L);
        wattline.request("direct:reconciliation-look-back", null);
        assertThat(wattline.value("select look_back_reason like 'A forecast%' from poll_state where channel_id = 3"))
                .isNotEqualTo(true);
    }

    private ForecastReport run() {
        return (ForecastReport) wattline.request("direct:forecasts-run", null);
    }

    private long count(String kind) {
        return (Long) wattline.value("select count(*) from forecasts where kind = '" + kind + "'");
    }

    private Map<String, Object> row(String subject) {
        return wattline.rows("select warned, limit_value from forecasts where subject = '" + subject
                + "' and kind = 'month'").get(0);
    }

    /** Days of all channels, settled, with so many of 96 readings missing. */
    private void days(String from, String to, String missing) {
        execute("insert into channel_day_quality (channel_id, local_day, day_start, day_end, interval_seconds, "
                + "expected_spans, expected, kept, estimated, suspect, edited, off_grid, rejected, energy_null, "
                + "power_null, voltage_null, current_null, power_factor_null, power_negative, power_extreme, watched, "
                + "on_time, longest_gap_seconds, settled, refreshed_at) select c, d::date, d, d + interval '1 day', "
                + "900, '{}', 96, 96 - m, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 96 - m, 96 - m, m * 900, true, d "
                + "from generate_series(1, 20) c cross join generate_series(timestamp '" + from + "' at time zone "
                + "'UTC', timestamp '" + to + "' at time zone 'UTC' - interval '1 day', '1 day') d "
                + "cross join lateral (select " + missing + " as m) lost on conflict do nothing");
    }

    /** A poll in every hour of every day. */
    private void polls() {
        execute("insert into runs (kind, started_at) select 'poll', h from generate_series(timestamptz "
                + "'2025-12-30T00:10Z', '2026-04-12T00:00Z', '1 hour') h");
    }

    private List<Map<String, Object>> sentences() {
        return wattline.rows("select kind, subject, probability, sentence from forecasts where kind in ('month', "
                + "'gateway') order by kind, subject");
    }

    private void execute(String statements) {
        wattline.database().execute(statements);
    }
}
