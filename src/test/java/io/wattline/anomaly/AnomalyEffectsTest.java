package io.wattline.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.anomaly.detector.DayGrid;
import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What anomalies do to other channels, to the marks of readings and to a run that breaks off; and what holidays do. */
class AnomalyEffectsTest {

    private static final int DAYS = 120;
    /** A Thursday. */
    private static final int THURSDAY = 101;
    private static final Instant FIRST = SyntheticSeries.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);

    private MovableClock clock;
    private WattlineUnderTest wattline;

    @BeforeEach
    void start() {
        clock = new MovableClock(FIRST.plus(Duration.ofDays(DAYS + 1)).plus(Duration.ofHours(4)));
        wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), clock), clock, Map.of(), RunMode.ONCE);
        wattline.database().execute("insert into organizations (organization_id, organization_name, timezone, country) "
                + "values ('x', 'X', 'UTC', 'Denmark'); insert into channels (channel_id, channel_name, "
                + "organization_id, interval_seconds) "
                + "values (7, 'seven', 'x', 3600), (8, 'eight', 'x', 3600), (9, 'nine', 'x', 3600)");
    }

    @AfterEach
    void close() {
        wattline.close();
    }

    @Test
    void a_sub_meter_that_reads_too_much_puts_the_meter_that_feeds_it_out_of_balance() {
        wattline.database().execute("insert into virtual_meters (id, name, organization_id) values (1, 'rest', 'x'); "
                + "insert into virtual_meter_map (virtual_meter_id, channel_id, weight) "
                + "values (1, 7, 1), (1, 8, -1), (1, 9, -1)");
        DayGrid part = SyntheticSeries.office(DAYS, 60, 4);
        DayGrid whole = part.copy();
        SyntheticSeries.scale(whole, 0, DAYS, 2);
        keep(7, whole, 0, DAYS);
        keep(8, part, 0, DAYS);
        keep(9, part, 0, DAYS);
        search();
        assertThat(anomalies()).isEmpty();

        wattline.database().execute("update readings set energy_kwh = 1.1 * energy_kwh where channel_id = 8 "
                + "and \"timestamp\" >= '2024-04-11' and \"timestamp\" < '2024-04-12'");
        search();
        assertThat(anomalies()).containsExactly("7 balance over meter 101");
        assertThat(wattline.value("select sentence from anomalies where channel_id = 7"))
                .asString().contains("sub-meters have", "+5 %");
        assertThat(search()).extracting(AnomalyReport::opened, AnomalyReport::changed).containsExactly(0L, 0L);
    }

    @Test
    void phases_that_do_not_add_up_to_their_total_are_out_of_balance() {
        keep(7, SyntheticSeries.office(DAYS, 60, 4), 0, DAYS);
        wattline.database().execute("update readings set energy_kwh_l1 = energy_kwh / 2, "
                + "energy_kwh_l2 = energy_kwh / 4, energy_kwh_l3 = energy_kwh / 4 "
                + "where channel_id = 7; update readings set energy_kwh_l1 = 0 "
                + "where channel_id = 7 and \"timestamp\" >= '2024-04-11' and \"timestamp\" < '2024-04-12'");
        search();
        assertThat(anomalies()).containsExactly("7 balance over meter 101");
    }

    @Test
    void readings_that_are_wrong_beyond_doubt_are_suspect_until_somebody_calls_them_normal() {
        DayGrid grid = SyntheticSeries.office(DAYS, 60, 3);
        for (int slot = 2; slot < 20; slot++) {
            SyntheticSeries.put(grid, THURSDAY, slot, 7.25);
        }
        SyntheticSeries.scale(grid, 60, 61, 0.5);
        keep(7, grid, 0, DAYS);
        search();
        assertThat(anomalies()).contains("7 frozen over meter 101").hasSizeGreaterThan(1);
        assertThat(marks()).containsExactly("anomaly:frozen 18");
        assertThat(search()).extracting(AnomalyReport::opened, AnomalyReport::changed, AnomalyReport::gone)
                .containsExactly(0L, 0L, 0L);
        assertThat(wattline.value("select count(*) from anomaly_queue where channel_id = 7")).isEqualTo(0L);

        AnomalyActions actions = new AnomalyActions(wattline.context().getRegistry()
                .lookupByNameAndType("dataSource", DataSource.class), clock);
        long id = (Long) wattline.value("select anomaly_id from anomalies where detector = 'frozen'");
        actions.accept(id, "ann", "a test load");
        assertThat(marks()).isEmpty();
        actions.withdraw(id, "ann");
        assertThat(marks()).containsExactly("anomaly:frozen 18");
    }

    @Test
    void a_level_eight_times_as_high_marks_its_readings_and_one_and_a_half_times_does_not() {
        DayGrid grid = SyntheticSeries.office(DAYS, 60, 3);
        SyntheticSeries.scale(grid, 60, 80, 1.5);
        SyntheticSeries.scale(grid, 100, 110, 10);
        keep(7, grid, 0, DAYS);
        search();
        assertThat(anomalies()).contains("7 level over meter 63", "7 level over meter 101");
        assertThat(wattline.rows("select min(\"timestamp\")::date - date '2024-01-01' as first, "
                + "max(\"timestamp\")::date - date '2024-01-01' as last from readings "
                + "where quality_method = 'anomaly:level'"))
                .containsExactly(Map.of("first", 100, "last", 109));
    }

    @Test
    void a_holiday_of_the_calendar_of_estimation_is_no_anomaly_and_one_that_it_lacks_is() {
        DayGrid grid = SyntheticSeries.office(DAYS + 70, 60, 3);
        int constitutionDay = 156;
        SyntheticSeries.copyDay(grid, 153, constitutionDay);
        SyntheticSeries.copyDay(grid, 153, constitutionDay + 6);
        assertThat(grid.date(constitutionDay)).hasToString("2024-06-05");
        keep(7, grid, 0, DAYS + 70);
        clock.advance(Duration.ofDays(70));
        search();
        assertThat(anomalies()).containsExactly("7 day over unknown 162");
        assertThat(wattline.value("select sentence from anomalies")).asString().contains("no calendar names");
    }

    @Test
    void a_run_that_breaks_off_goes_on_where_it_was() {
        DayGrid grid = SyntheticSeries.office(DAYS, 60, 3);
        SyntheticSeries.scale(grid, 95, 110, 3);
        keep(7, grid, 0, DAYS);
        keep(8, grid, 0, DAYS);
        AnomalyRun broken = new AnomalyRun(List.of(), (done, of) -> {
            if (done == 1) {
                throw new IllegalStateException("the process ends here");
            }
        });
        assertThatThrownBy(() -> wattline.request("direct:anomalies-run", broken)).isNotNull();
        assertThat(anomalies()).containsExactly("7 level over meter 96");

        assertThat(search().opened()).isEqualTo(1);
        assertThat(anomalies()).containsExactly("7 level over meter 96", "8 level over meter 96");
    }

    private AnomalyReport search() {
        return (AnomalyReport) wattline.request("direct:anomalies-run", null);
    }

    private void keep(int channel, DayGrid grid, int fromDay, int toDay) {
        List<String> values = new ArrayList<>();
        for (int day = fromDay; day < toDay; day++) {
            for (int slot = 0; slot < grid.slotsPerDay(); slot++) {
                values.add("(" + channel + ", '" + FIRST.plus(Duration.ofDays(day)).plus(Duration.ofHours(slot)) + "', "
                        + grid.energy(day, slot) + ", " + grid.power(day, slot) + ")");
            }
        }
        wattline.database().execute("insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw) values "
                + String.join(", ", values));
    }

    private List<String> anomalies() {
        return wattline.rows("select channel_id || ' ' || detector || ' ' || state || ' ' || cause || ' ' "
                + "|| (first_seen_day - date '2024-01-01') as it from anomalies where state <> 'explained' order by 1")
                .stream().map(row -> (String) row.get("it")).toList();
    }

    private List<String> marks() {
        return wattline.rows("select quality_method || ' ' || count(*) as it from readings "
                + "where data_quality = 'suspect' group by quality_method order by 1")
                .stream().map(row -> (String) row.get("it")).toList();
    }
}
