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
import javax.sql.DataSource;
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

    private ForecastReport run() {
        return (ForecastReport) wattline.request("direct:forecasts-run", null);
    }

    private List<ForecastRow> list(boolean all) {
        return new ForecastActions(wattline.context().getRegistry().lookupByNameAndType("dataSource",
                DataSource.class)).list(all, null);
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

    private void execute(String statements) {
        wattline.database().execute(statements);
    }
}
